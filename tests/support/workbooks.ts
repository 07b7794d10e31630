import { crc32, deflateRawSync } from 'node:zlib';
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';

export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly CellValue[])[];
  readonly hidden?: boolean;
  /** Formats of number by `row,column`, both from 0. */
  readonly formats?: Readonly<Record<string, string>>;
};

function sheetOf({ name, rows, hidden = false, formats = {} }: Sheet): WriteSheet {
  const cells = new Map(
    Object.entries(formats).map(([at, numFmt]) => {
      const [row = 0, column = 0] = at.split(',').map(Number);
      return [at, { value: rows[row]?.[column] ?? null, style: { numFmt } }];
    }),
  );
  return { name, rows: rows.map((row) => [...row]), hidden, cells };
}

/** The bytes of an `.xlsx` workbook. */
export function workbook(...sheets: readonly Sheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(sheetOf) });
}

export type Part = {
  readonly name: string;
  readonly bytes: Buffer;
  /** Unpacked size that the list of parts claims, where it is not the real one. */
  readonly claims?: number;
};

type Placed = { readonly local: Buffer; readonly central: Buffer };

function placed({ name, bytes, claims = bytes.length }: Part, offset: number): Placed {
  const packed = deflateRawSync(bytes, { level: 9 });
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(crc32(bytes), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(claims, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
  const place = Buffer.alloc(14);
  place.writeUInt32LE(offset, 10);
  const central = [Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, Buffer.from(name)];
  return { local, central: Buffer.concat(central) };
}

/** The bytes of a zip file with these parts, honest or not. */
export function zipOf(parts: readonly Part[]): Buffer {
  const all: Placed[] = [];
  let offset = 0;
  for (const part of parts) {
    const next = placed(part, offset);
    all.push(next);
    offset += next.local.length;
  }
  const central = Buffer.concat(all.map((one) => one.central));
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...all.map((one) => one.local), central, end]);
}

const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook of one sheet, whose XML is given: what a person would make by hand to do harm. */
export function bookParts(sheetXml: string | Buffer): readonly Part[] {
  const text = (name: string, xml: string): Part => ({ name, bytes: Buffer.from(xml) });
  const relation = (type: string, target: string): string =>
    `<Relationships><Relationship Id="rId1" Type="${types}/${type}" Target="${target}"/></Relationships>`;
  return [
    text('[Content_Types].xml', '<Types/>'),
    text('_rels/.rels', relation('officeDocument', 'xl/workbook.xml')),
    text(
      'xl/workbook.xml',
      '<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    text('xl/_rels/workbook.xml.rels', relation('worksheet', 'worksheets/sheet1.xml')),
    { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.from(sheetXml) },
  ];
}
