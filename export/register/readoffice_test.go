//go:build formats

package register

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"nemawashi.app/workshop"
)

// officeEdit is what an owner does in LibreOffice: sort by another column, set
// a filter, delete two columns, translate statuses, type dates as text, and add
// three rows. It is the same as openpyxlEdit, done by the program itself.
const officeEdit = `
Function ColumnOf(oSheet, sHeader As String) As Long
	Dim i As Long
	For i = 0 To 60
		If oSheet.getCellByPosition(i, 0).String = sHeader Then
			ColumnOf = i
			Exit Function
		End If
	Next
	ColumnOf = -1
End Function

Function RowOf(oSheet, sNumber As String, nLast As Long) As Long
	Dim i As Long
	For i = 1 To nLast
		If oSheet.getCellByPosition(0, i).String = sNumber Then
			RowOf = i
			Exit Function
		End If
	Next
	RowOf = -1
End Function

Sub Put(oSheet, nColumn As Long, nRow As Long, sText As String)
	Dim oCell
	oCell = oSheet.getCellByPosition(nColumn, nRow)
	oCell.NumberFormat = 0
	oCell.String = sText
End Sub

Sub Edit(sIn As String, sOut As String)
	Dim oDoc, oSheet, oCursor, oRange, oFilter
	Dim nLast As Long, nWide As Long
	Dim aNothing(0) As New com.sun.star.beans.PropertyValue
	aNothing(0).Name = "Hidden" : aNothing(0).Value = True
	oDoc = StarDesktop.loadComponentFromURL(sIn, "_blank", 0, aNothing())
	oSheet = oDoc.Sheets.getByName("Actions")
	oCursor = oSheet.createCursor()
	oCursor.gotoEndOfUsedArea(False)
	nLast = oCursor.RangeAddress.EndRow
	nWide = oCursor.RangeAddress.EndColumn

	Put(oSheet, ColumnOf(oSheet, "Status"), RowOf(oSheet, "A-002", nLast), "Blockiert")
	Put(oSheet, ColumnOf(oSheet, "Status"), RowOf(oSheet, "A-003", nLast), "Erledigt")
	Put(oSheet, ColumnOf(oSheet, "Due"), RowOf(oSheet, "A-003", nLast), "24.12.2026")
	Put(oSheet, ColumnOf(oSheet, "Due"), RowOf(oSheet, "A-004", nLast), "soon")
	oSheet.getCellByPosition(ColumnOf(oSheet, "Progress %"), RowOf(oSheet, "A-005", nLast)).Value = 55

	Dim aField(0) As New com.sun.star.table.TableSortField
	aField(0).Field = ColumnOf(oSheet, "Action") : aField(0).IsAscending = False
	Dim aSort(1) As New com.sun.star.beans.PropertyValue
	aSort(0).Name = "SortFields" : aSort(0).Value = aField()
	aSort(1).Name = "ContainsHeader" : aSort(1).Value = True
	oRange = oSheet.getCellRangeByPosition(0, 0, nWide, nLast)
	oRange.sort(aSort())

	Put(oSheet, ColumnOf(oSheet, "Action"), nLast + 1, "Label bins")
	Put(oSheet, ColumnOf(oSheet, "Owner"), nLast + 1, "S. Okafor")
	Put(oSheet, ColumnOf(oSheet, "Due"), nLast + 1, "27 Nov 2026")
	Put(oSheet, ColumnOf(oSheet, "Action"), nLast + 2, "Paint the floor")
	Put(oSheet, ColumnOf(oSheet, "Status"), nLast + 2, "Offen")
	Put(oSheet, ColumnOf(oSheet, "Action"), nLast + 3, "Ask finance")
	oSheet.getCellByPosition(ColumnOf(oSheet, "Progress %"), nLast + 3).Value = 10

	oSheet.Columns.removeByIndex(ColumnOf(oSheet, "Category"), 1)
	oSheet.Columns.removeByIndex(ColumnOf(oSheet, "Source"), 1)

	Dim aWanted(0) As New com.sun.star.sheet.TableFilterField
	oRange = oSheet.getCellRangeByPosition(0, 0, nWide - 2, nLast + 3)
	oFilter = oRange.createFilterDescriptor(True)
	oFilter.ContainsHeader = True
	aWanted(0).Field = ColumnOf(oSheet, "Priority")
	aWanted(0).IsNumeric = False
	aWanted(0).StringValue = "High"
	aWanted(0).Operator = com.sun.star.sheet.FilterOperator.EQUAL
	oFilter.FilterFields = aWanted()
	oRange.filter(oFilter)

	Dim aSave(0) As New com.sun.star.beans.PropertyValue
	aSave(0).Name = "FilterName" : aSave(0).Value = "Calc MS Excel 2007 XML"
	oDoc.storeAsURL(sOut, aSave())
	oDoc.close(True)
End Sub
`

// macro runs a macro in a LibreOffice with a profile of its own. A profile has to
// be there before a macro is put into it: the first start writes over both.
func macro(t *testing.T, source, call string, paths ...string) {
	t.Helper()
	place := func(path string) string {
		return (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String()
	}
	profile := filepath.Join(t.TempDir(), "profile")
	office := []string{"-env:UserInstallation=" + place(profile), "--headless", "--norestore", "--nologo"}
	run(t, "soffice", append(office, "--terminate_after_init")...)
	const head = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"
	escaped := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(source)
	for name, text := range map[string]string{
		"Edit.xba": `<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edit" script:language="StarBasic">` + escaped + `</script:module>`,
		"script.xlb": `<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Edit"/>
</library:library>`,
	} {
		if err := os.WriteFile(filepath.Join(profile, "user", "basic", "Standard", name), []byte(head+text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var args []string
	for _, p := range paths {
		args = append(args, `"`+place(p)+`"`)
	}
	run(t, "soffice", append(office, "macro:///Standard.Edit."+call+"("+strings.Join(args, ",")+")")...)
}

// A register edited in LibreOffice comes back with exactly what was edited.
func TestEditsInLibreOfficeComeBack(t *testing.T) {
	back := filepath.Join(t.TempDir(), "back.xlsx")
	macro(t, officeEdit, "Edit", saved(t, input(workshop.Team, plant(t))), back)
	if _, err := os.Stat(back); err != nil {
		t.Fatalf("LibreOffice has saved nothing: %v", err)
	}
	editedExactly(t, back)
}
