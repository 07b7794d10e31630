import { describe, expect, it } from 'vitest';
import { checkBytes, short } from '../support/check-text.ts';
import { sampleFiles } from '../support/contract-samples.ts';
import { sampleImportFile as sample } from '../support/import-samples.ts';

describe('the sample files', () => {
  it('are all here', () => {
    expect(sampleFiles).toHaveLength(20);
  });

  it.each(sampleFiles.map((file) => [file.file, file] as const))(
    '%s gets its right answer',
    (_, expected) => {
      const answer = checkBytes(sample(expected.file));
      const entries = (list: readonly { record: number; column: string | null; code: string }[]) =>
        list.map(({ record, column, code }) => [record, column, code]);
      expect(answer.outcome).toBe(expected.outcome);
      expect(answer.records).toBe(expected.records);
      expect(answer.accepted).toBe(expected.accepted);
      expect(short(answer.rejected)).toEqual(entries(expected.rejected));
      expect(short(answer.warnings)).toEqual(entries(expected.warnings));
      expect(answer.reason === null).toBe(expected.outcome !== 'reject_file');
    },
  );

  it('keep their bytes', () => {
    const sizes = sampleFiles.map((file) => [file.file, sample(file.file).length]);
    expect(sizes).toEqual(sampleFiles.map((file) => [file.file, file.bytes]));
  });
});

describe('what the samples must be told in words', () => {
  const words = (file: string): string => {
    const answer = checkBytes(sample(file));
    return [answer.reason, ...answer.rejected.map((issue) => issue.message)].join('\n');
  };

  it('a file in Windows-1252 is told its first bad byte and line', () => {
    expect(words('05_windows1252.csv')).toContain('line 2 holds the byte 92');
  });

  it('a missing column is named', () => {
    expect(words('21_missing_required_column.csv')).toContain('“FTE”');
  });

  it('hours in the FTE column are asked about, not divided', () => {
    expect(words('39_fte_holds_hours.csv')).toContain('FTE is over 1.50; did you put hours here?');
  });

  it.each(['61_binary_png.csv', '67_html_named_csv.csv'])('%s is not a CSV file', (file) => {
    expect(words(file)).toContain('not a CSV file');
  });

  it('a record after cells with line breaks keeps its own first line', () => {
    const text = new TextDecoder().decode(sample('10_quoted_newlines.csv')).replace('22.50', 'x');
    const answer = checkBytes(new TextEncoder().encode(text));
    expect(answer.rejected).toMatchObject([
      { record: 3, line: 6, column: 'Contracted Hours', code: 'BAD_NUMBER' },
    ]);
  });
});
