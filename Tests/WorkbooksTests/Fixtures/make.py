"""Writes the workbooks that the reading tests take from other programs.

Run in this folder, and only to change them; the tests need no Python:

    python3 -m venv /tmp/fixtures && /tmp/fixtures/bin/pip install openpyxl==3.1.5 xlsxwriter==3.3.1
    /tmp/fixtures/bin/python make.py
"""

import datetime
import zipfile

import openpyxl
import xlsxwriter

HEADER = ["当番日", "枠", "開始", "第一当番"]
NAME = "髙﨑①㈱～〜－ 𠮷 葛\U000E0100"
DAY = datetime.date(2026, 11, 24)


def with_openpyxl():
    book = openpyxl.Workbook()
    hidden = book.active
    hidden.title = "隠したシート"
    hidden.append(["読まれない"])
    hidden.sheet_state = "hidden"
    sheet = book.create_sheet("2026-11")
    sheet.append(HEADER)
    sheet.append([DAY, "夜間", datetime.time(17, 30), NAME])
    sheet["A2"].number_format = "[$-411]ge.m.d"
    sheet["A4"] = 46350
    sheet["A4"].number_format = 'yyyy"年"m"月"d"日";@'
    sheet["B4"] = True
    sheet["C4"] = datetime.timedelta(hours=32, minutes=30)
    sheet["D4"].value = "=1+1"
    sheet["D4"].data_type = "s"
    sheet["A1048576"].fill = openpyxl.styles.PatternFill("solid", fgColor="DDDDDD")
    book.active = 1
    book.save("openpyxl.xlsx")


def with_xlsxwriter():
    book = xlsxwriter.Workbook("xlsxwriter.xlsx")
    sheet = book.add_worksheet("2026-11")
    sheet.write_row(0, 0, HEADER)
    sheet.write_datetime(1, 0, DAY, book.add_format({"num_format": 14}))
    sheet.write_string(1, 1, "夜間")
    sheet.write_datetime(1, 2, datetime.time(17, 30), book.add_format({"num_format": "h:mm"}))
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(1, 3, "髙﨑", bold, "①㈱～〜－ 𠮷 ", "葛\U000E0100")
    sheet.write_number(3, 0, 12)
    sheet.write_number(3, 1, 0.5)
    sheet.write_boolean(3, 2, False)
    sheet.data_validation(1, 3, 60, 3, {"validate": "list", "source": "=Sheet2!$A$1:$A$3"})
    book.add_worksheet("Sheet2").write_formula(0, 0, "=1+1")
    book.close()


# As Excel writes in Japan: readings beside the words, counted from 1904, and validations that name another sheet in an extension.
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HAND_MADE = {
    "[Content_Types].xml": f"""<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
</Types>""",
    "_rels/.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>""",
    "xl/_rels/workbook.xml.rels": f"""<Relationships xmlns="{PACKAGE}/relationships">
<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>
<Relationship Id="rId2" Type="{OFFICE}/styles" Target="/xl/styles.xml"/>
<Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>""",
    "xl/workbook.xml": f"""<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"
 xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">
<workbookPr date1904="1" defaultThemeVersion="124226"/>
<mc:AlternateContent><mc:Choice Requires="x15"><sheets><sheet name="偽" sheetId="9" r:id="rId2"/></sheets></mc:Choice></mc:AlternateContent>
<sheets><sheet name="2026-11" sheetId="1" r:id="rId1"/></sheets></workbook>""",
    "xl/styles.xml": f"""<styleSheet xmlns="{MAIN}"><numFmts count="1">
<numFmt numFmtId="176" formatCode="[$-411]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="32"/></cellXfs></styleSheet>""",
    "xl/sharedStrings.xml": f"""<sst xmlns="{MAIN}" count="3" uniqueCount="3">
<si><t>当番日</t><rPh sb="0" eb="3"><t>トウバンビ</t></rPh><phoneticPr fontId="1"/></si>
<si><r><t>髙</t></r><r><rPr><b/></rPr><t xml:space="preserve">﨑 </t></r><rPh sb="0" eb="1"><t>タカ</t></rPh><rPh sb="1" eb="2"><t>サキ</t></rPh><r><t>太郎</t></r></si>
<si><t>一行目_x000D_
二行目 _x005F_x000D_</t></si></sst>""",
    "xl/worksheets/sheet1.xml": f"""<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>
<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>枠</t><rPh sb="0" eb="1"><t>ワク</t></rPh></is></c></row>
<row r="2" spans="1:4"><c r="A2" s="1"><v>44888</v></c><c r="B2" t="s"><v>1</v></c><c r="D2" s="2"><v>0.72916666666666663</v></c></row>
<row r="4"><c r="B4" t="s"><v>2</v></c><c r="C4" s="2"/></row>
<row r="1048576" ht="18.75" customHeight="1"><c r="XFD1048576" s="1"/></row></sheetData>
<dataValidations count="1"><dataValidation type="list" sqref="B2"><formula1>"日勤,夜間"</formula1></dataValidation></dataValidations>
<extLst><ext uri="{{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:dataValidations
 xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:dataValidation type="list"><x14:formula1><xm:f>選択肢!$A$2:$A$9</xm:f></x14:formula1><xm:sqref>C2</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>
</worksheet>""",
}


def by_hand():
    with zipfile.ZipFile("excel-japan.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in HAND_MADE.items():
            entry = zipfile.ZipInfo(name, (2026, 11, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


with_openpyxl()
with_xlsxwriter()
by_hand()
