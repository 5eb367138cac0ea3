package shell

import (
	"strings"
	"unicode"
)

// fuzzy rates how well a query matches a text: 0 for not at all, more for better. Each word of the query must be found: at the start of a word (best),
// inside one, or as letters in order.
func fuzzy(query, text string) int {
	text = strings.ToLower(text)
	score := 0
	for _, word := range strings.Fields(strings.ToLower(query)) {
		s := matchWord(word, text)
		if s == 0 {
			return 0
		}
		score += s
	}
	if score == 0 {
		return 1 // an empty query matches all
	}
	return score
}

func matchWord(word, text string) int {
	if strings.HasPrefix(text, word) {
		return 100
	}
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			break
		}
		i += at
		if before := []rune(text[:i]); len(before) > 0 && !unicode.IsLetter(before[len(before)-1]) {
			return 80
		}
		if i+len(word) >= len(text) {
			break
		}
		at = i + len(word)
	}
	if strings.Contains(text, word) {
		return 40
	}
	return letters([]rune(word), []rune(text))
}

// letters matches the query's letters in order when each begins a word or follows the one matched before: "nwk" finds "New workshop, kaikaku".
func letters(word, text []rune) int {
	if len(word) < 2 {
		return 0
	}
	i, starts, last := 0, 0, -2
	for at, r := range text {
		if i == len(word) {
			break
		}
		start := at == 0 || !unicode.IsLetter(text[at-1]) && !unicode.IsDigit(text[at-1])
		if r == word[i] && (start || last == at-1) {
			if start {
				starts++
			}
			i, last = i+1, at
		}
	}
	if i < len(word) || starts < 2 {
		return 0
	}
	return 20
}
