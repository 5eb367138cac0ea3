package exchange

import "testing"

func TestTextsAreReadAsPeopleTypeThem(t *testing.T) {
	for _, c := range []struct {
		field, text, language, want, problem string
	}{
		{"due", "2026-11-22", "", `"2026-11-22"`, ""},
		{"due", "2026-11-22T00:00:00", "", `"2026-11-22"`, ""},
		{"due", "2026-11-22 23:59", "", `"2026-11-22"`, ""},
		{"due", "22.11.2026", "", `"2026-11-22"`, ""},
		{"due", "3.4.26", "", `"2026-04-03"`, ""},
		{"due", "3/4/2026", "de", `"2026-04-03"`, ""},
		{"due", "3/4/2026", "en", "", "may be 2026-04-03 or 2026-03-04"},
		{"due", "4/4/2026", "en", `"2026-04-04"`, ""},
		{"due", "11/22/2026", "en", `"2026-11-22"`, ""},
		{"due", "22/11/2026", "en", `"2026-11-22"`, ""},
		{"due", "31/02/2026", "en", "", "is a day that no calendar has"},
		{"due", "22 Nov 2026", "", `"2026-11-22"`, ""},
		{"due", "Fri 27 Nov 2026", "", `"2026-11-27"`, ""},
		{"due", "November 22nd, 2026", "", `"2026-11-22"`, ""},
		{"due", "22. Dezember 2026", "de", `"2026-12-22"`, ""},
		{"due", "1 décembre 2026", "fr", `"2026-12-01"`, ""},
		{"due", "22 de noviembre de 2026", "es", `"2026-11-22"`, ""},
		{"due", "2026年11月22日", "ja", `"2026-11-22"`, ""},
		{"due", "22 Nov", "", "", "has no year"},
		{"due", "22.11.", "", "", "has no year"},
		{"due", "next week", "", "", "is not a date"},
		{"due", "tbd", "", "", "is not a date"},
		{"due", "22.11.1026", "", "", "is the date 1026-11-22, which cannot be meant"},
		{"due", "  ", "", "", ""},
		{"status", "In Progress", "", `"started"`, ""},
		{"status", "in arbeit", "", `"started"`, ""},
		{"status", "ERLEDIGT", "", `"done"`, ""},
		{"status", "terminée", "", `"done"`, ""},
		{"status", "完了", "", `"done"`, ""},
		{"status", "nearly", "", "", "is none of open, started, blocked, done, verified, dropped"},
		{"category", "Follow up", "", `"follow-up"`, ""},
		{"progress", "60 %", "", "60", ""},
		{"progress", "160", "", "", "must be from 0 to 100"},
		{"progress", "half", "", "", "is not a whole number"},
		{"progress", "0", "", "", ""},
		{"effort", "7", "", "", "must be from 1 to 5"},
		{"hours", "4,5", "", "", "is not a whole number"},
		{"title", "", "", "", "an action needs a title"},
		{"title", "two\nlines", "", `"two lines"`, ""},
		{"title", "e\u0301", "", `"é"`, ""},
		{"update", "bell \u0007", "", "", "holds the control character U+0007 at character 6"},
		{"owner", "Aisha / Ben", "", "", "two names; there is one owner"},
		{"owner", "42", "", "", "is not a name"},
		{"cost", "1.234,56 €", "", "123456", ""},
		{"cost", "EUR 1,234.56", "", "123456", ""},
		{"cost", "1'234.50", "", "123450", ""},
		{"cost", "-12", "", "-1200", ""},
		{"cost", "1,234", "", "", "may be 1234 or 1.234"},
		{"cost", "1.234.567", "", "123456700", ""},
		{"cost", "0.125", "", "", "has more than 2 digits behind the point"},
		{"cost", "12 USD", "", "", "is in USD, the workshop counts in EUR"},
		{"cost", "a lot", "", "", "is not an amount"},
		{"number", "7", "", "", "this column is not taken back"},
	} {
		v := ReadText(c.field, c.text, Context{Language: c.language, Currency: "EUR", Digits: 2})
		if string(v.JSON) != c.want || v.Problem != c.problem {
			t.Errorf("%s %q is %s (%s), want %s (%s)", c.field, c.text, v.JSON, v.Problem, c.want, c.problem)
		}
	}
}

// No word of any language means two fields or two values, or what comes back
// would depend on the order of the lists.
func TestWordsMeanOneThing(t *testing.T) {
	for header, field := range map[string]string{"No.": "number", "ACTION": "title", "Fällig": "due", "  Blocked   by ": "blocker", "Effort 1-5": "effort", "verified_by": "verified_by",
		"Échéance": "due", "担当者": "owner", "负责人": "owner", "Responsável": "owner", "Estado": "status", "nonsense": ""} {
		if got := Column(header); got != field {
			t.Errorf("%q is %q, want %q", header, got, field)
		}
	}
	for word, value := range known().choices["status"] {
		if v := ReadText("status", word, Context{}); string(v.JSON) != `"`+value+`"` {
			t.Errorf("%q is %s, want %s", word, v.JSON, value)
		}
	}
}
