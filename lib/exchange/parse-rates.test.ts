import { describe, expect, it } from "vitest";
import { parseCsvRates as readCsv } from "./parse-csv-rates";
import { parseEcbRates as readEcb } from "./parse-ecb-rates";
import { RateFileError } from "./rate-file-error";
import type { FileRate } from "./rate-input";

const DAILY = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
  <gesmes:subject>Reference rates</gesmes:subject>
  <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
  <Cube>
    <Cube time='2026-11-24'>
      <Cube currency='USD' rate='1.1503'/>
      <Cube currency='CNY' rate='8.1725'/>
    </Cube>
  </Cube>
</gesmes:Envelope>`;
const withoutLine = ({ line: _line, ...rate }: FileRate) => rate;
const parseCsvRates = (text: string) => readCsv(text).map(withoutLine);
const parseEcbRates = (text: string) => readEcb(text).map(withoutLine);
const USD = { base: "EUR", quote: "USD", day: "2026-11-24", rate: "1.1503" };
const CNY = { base: "EUR", quote: "CNY", day: "2026-11-24", rate: "8.1725" };

describe("the European Central Bank's files", () => {
  it("are read as XML, of one day or of many, with each digit as it is printed", () => {
    expect(parseEcbRates(DAILY)).toEqual([USD, CNY]);
    const older = "<Cube time='2026-11-23'><Cube currency='USD' rate='1.10'/></Cube>";
    const historical = DAILY.replace("</Cube>\n  </Cube>", `</Cube>${older}</Cube>`);
    expect(parseEcbRates(historical)).toEqual([USD, CNY, { ...USD, day: "2026-11-23", rate: "1.10" }]);
  });

  it("are read as CSV, daily with the day in words, historical with its number; no rate is none", () => {
    expect(parseEcbRates("Date, USD, CNY, \n24 November 2026, 1.1503, 8.1725, \n")).toEqual([USD, CNY]);
    expect(parseEcbRates("Date,USD,RUB,CNY,\n2026-11-24,1.1503,N/A,8.1725,\n")).toEqual([USD, CNY]);
  });

  it.each(["", "base,quote\n", "<html></html>", "<Cube", '<a><Cube time="2026-01-01"/></a>'])(
    "are not %j",
    (text) => {
      expect(() => parseEcbRates(text)).toThrow(RateFileError);
    },
  );

  it("expand no entities of a hostile file", () => {
    const bomb =
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]>${DAILY.slice(DAILY.indexOf("<gesmes"))}`.replace(
        "1.1503",
        "&x;",
      );
    expect(parseEcbRates(bomb)[0]?.rate).toBe("&x;");
  });
});

describe("a CSV of rates", () => {
  it("has its columns in any order, quoted or not, and others beside them", () => {
    const text = '\uFEFFday,note,rate,"base",quote\r\n2026-11-24,x,1.1503,"EUR",USD\r\n\r\n';
    expect(parseCsvRates(text)).toEqual([USD]);
  });

  it("tells of each rate the line that it stands in, blank ones counted; so does the bank's CSV", () => {
    const csv = "base,quote,day,rate\n\nEUR,USD,2026-11-24,1.1503\nEUR,USD,2026-11-23,1\n";
    expect(readCsv(csv).map(({ line }) => line)).toEqual([3, 4]);
    expect(readEcb("\nDate,USD,CNY,\n\n2026-11-24,1.1503,8.1725,\n").map(({ line }) => line)).toEqual([4, 4]);
    expect(readEcb(DAILY).map(({ line }) => line)).toEqual([null, null]);
  });

  it("without a column, or with a short line, is refused, and the line named", () => {
    expect(() => parseCsvRates("base,quote,day\n")).toThrow("line 1");
    expect(() => parseCsvRates("base,quote,day,rate\nEUR,USD\n")).toThrow("line 2");
  });
});
