import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { staffRules } from '../../shared/imports/staff-rules.ts';
import { readRow } from '../../shared/imports/read-row.ts';
import { checkText, short } from '../support/check-text.ts';
import { person, staffFile, type StaffCellTexts } from '../support/staff-file.ts';

/** Codes of one row, refused ones first, then warnings. */
function codes(cells: StaffCellTexts): string[] {
  const answer = checkText(staffFile([person(0, cells)]));
  return [...answer.rejected, ...answer.warnings].map((issue) => `${issue.code} ${issue.column}`);
}

function stored(cells: StaffCellTexts) {
  const context = { today: asPlainDate('2026-11-20') };
  return readRow(
    staffRules.columns,
    (key) => (({ ...person(0, cells) }) as Record<string, string>)[key] ?? '',
    context,
  ).cells;
}

describe('employee and assignment numbers', () => {
  it.each(['100000', '1000000000', ' 20100000  ', '\u00a020100000', '00012345'])(
    '%j is an employee number',
    (employeeNumber) => {
      expect(codes({ employeeNumber })).toEqual([]);
    },
  );

  it('outer spaces go and leading zeros stay', () => {
    expect(stored({ employeeNumber: ' 00012345 ' }).employeeNumber).toBe('00012345');
  });

  it.each([
    ['five digits', '12345'],
    ['eleven digits', '12345678901'],
    ['scientific notation', '1.2E+07'],
    ['a space inside', '2010 0000'],
    ['full-width digits', '２０１０００００'],
    ['Arabic-Indic digits', '٢٠١٠٠٠٠٠'],
    ['letters', 'A2010000'],
    ['a sign', '-20100000'],
    ['a decimal point', '20100000.0'],
    ['a line break at its end', '20100000\n'],
  ])('%s is refused', (_, employeeNumber) => {
    expect(codes({ employeeNumber })).toEqual(['BAD_ID Employee Number']);
  });

  it('lost zeros and rounded numbers are named as Excel’s doing', () => {
    const message = (employeeNumber: string) =>
      checkText(staffFile([person(0, { employeeNumber })])).rejected[0]?.message;
    expect(message('12345')).toContain('leading zeros');
    expect(message('2.01E+07')).toContain('rounded number');
  });

  it.each(['20100000', '20100000-1', '20100000-999'])('%s is an assignment number', (assignmentNumber) => {
    expect(codes({ assignmentNumber })).toEqual([]);
  });

  it.each(['20100000-0', '20100000-1000', '20100000-01', '20100000-', '20100000 -1', '20100000–1'])(
    '%s is not',
    (assignmentNumber) => {
      expect(codes({ assignmentNumber })).toEqual(['BAD_ID Assignment Number']);
    },
  );
});

describe('FTE and hours', () => {
  it.each([
    ['0', 0],
    ['1.5', 150_000],
    ['1.50', 150_000],
    ['0.12345', 12_345],
    ['0.00001', 1],
    [' 0.8 ', 80_000],
  ])('FTE %s is %i hundred-thousandths', (fteE5, expected) => {
    expect(stored({ fteE5 }).fteE5).toBe(expected);
  });

  it.each([
    '1.234567',
    '0.800000',
    '1,0',
    '1,000.5',
    '.8',
    '1.',
    '+1',
    '1e0',
    '0x1',
    '½',
    '１',
    '80%',
    'NaN',
    'Infinity',
    '#N/A',
    '=1',
    '1 0',
    '--1',
    '1.0.0',
    'full time',
  ])('FTE %s is not a plain decimal of at most 5 places', (fteE5) => {
    expect(codes({ fteE5 })).toEqual(['BAD_NUMBER FTE']);
  });

  it.each(['1.50001', '1.51', '37.5', '-0.5', '-0', '999999999999999'])(
    'FTE %s is outside 0 to 1.50',
    (fteE5) => {
      expect(codes({ fteE5 })).toEqual(['OUT_OF_RANGE FTE']);
    },
  );

  it.each([
    ['0', 0],
    ['60', 6000],
    ['37.5', 3750],
    ['18.75', 1875],
    ['37.333', 3733],
    ['37.335', 3734],
  ])('%s hours are %i hundredths', (contractedHoursX100, expected) => {
    expect(stored({ contractedHoursX100 }).contractedHoursX100).toBe(expected);
  });

  it.each(['60.01', '61', '1955.36', '-1'])('%s hours a week are outside 0 to 60', (contractedHoursX100) => {
    expect(codes({ contractedHoursX100 })).toEqual(['OUT_OF_RANGE Contracted Hours']);
  });

  it('a comma inside hours is refused, never dropped', () => {
    expect(codes({ contractedHoursX100: '1,955.36' })).toEqual(['BAD_NUMBER Contracted Hours']);
  });

  it.each([
    ['0.98', '37.5', []],
    ['1', '36.75', []],
    ['1', '36.74', ['FTE_HOURS_DISAGREE FTE']],
    ['0.97999', '37.5', ['FTE_HOURS_DISAGREE FTE']],
    ['0', '0', []],
  ])('FTE %s with %s hours', (fteE5, contractedHoursX100, expected) => {
    expect(codes({ fteE5, contractedHoursX100 })).toEqual(expected);
  });

  it('decimal commas are one fault of a row, told at its first cell', () => {
    const answer = checkText(staffFile([person(0, { fteE5: '0,8', contractedHoursX100: '30,0' })]));
    expect(short(answer.rejected)).toEqual([[1, 'FTE', 'BAD_NUMBER']]);
    expect(answer.rejected[0]?.message).toContain('The same in Contracted Hours.');
  });
});

describe('dates', () => {
  it.each([
    ['29/02/2024', '2024-02-29'],
    ['2024-02-29', '2024-02-29'],
    ['2024-02-29T00:00:00', '2024-02-29'],
    ['2024-02-29 00:00:00.000', '2024-02-29'],
    ['2024-02-29T00:00:00Z', '2024-02-29'],
    ['29/02/2024 00:00', '2024-02-29'],
    [' 01/06/2024 ', '2024-06-01'],
    ['01/01/1950', '1950-01-01'],
    ['20/11/2027', '2027-11-20'],
  ])('%s is %s', (startDate, expected) => {
    expect(codes({ startDate })).toEqual([]);
    expect(stored({ startDate }).startDate).toBe(expected);
  });

  it.each([
    '29/02/2023',
    '31/02/2024',
    '00/01/2024',
    '2024-13-01',
    '2024-00-10',
    '1/6/2024',
    '01/06/24',
    '01-06-2024',
    '01.06.2024',
    '01-Jun-2024',
    '2024-06-01T12:00:00',
    '2024/06/01',
    '20240601',
    '45292',
    '45292.5',
    '06/13/2024',
    'today',
    '#N/A',
    '０１/06/2024',
    '0000-01-01',
  ])('%s is not a day', (startDate) => {
    expect(codes({ startDate })).toEqual(['BAD_DATE Start Date']);
  });

  it.each(['31/12/1949', '21/11/2027', '0001-01-01'])(
    'a start on %s is outside 1950 to one year ahead',
    (startDate) => {
      expect(codes({ startDate })).toEqual(['OUT_OF_RANGE Start Date']);
    },
  );

  it('a leaving date may be the start date and may lie far ahead, and may not be earlier', () => {
    const startDate = '01/06/2024';
    expect(codes({ startDate, leavingDate: '01/06/2024' })).toEqual([]);
    expect(codes({ startDate, leavingDate: '31/12/4712' })).toEqual([]);
    expect(codes({ startDate, leavingDate: '31/05/2024' })).toEqual(['LEAVES_BEFORE_START Leaving Date']);
    expect(codes({ startDate: 'x', leavingDate: '31/05/2024' })).toEqual(['BAD_DATE Start Date']);
  });
});

describe('names', () => {
  it.each(["O'Neill", 'Zoë', 'Nguyễn', 'محمد', '王', 'Smith-Jones', 'de la Cruz', '👩‍⚕️', '.'])(
    '%s is a name',
    (lastName) => {
      expect(codes({ lastName })).toEqual([]);
    },
  );

  it('two ways to write one letter are one name', () => {
    expect(stored({ lastName: ' Zoe\u0308 ' }).lastName).toBe('Zo\u00eb');
  });

  it('100 characters are kept and 101 are not, however many bytes they take', () => {
    expect(codes({ lastName: '😀'.repeat(100) })).toEqual([]);
    expect(codes({ lastName: 'a'.repeat(101) })).toEqual(['TOO_LONG Last Name']);
  });

  it.each(['a\u0000b', 'a\tb', 'a\nb', 'a\u0085b', 'a\u202eb', 'a\u2066b', '\u200fab'])(
    '%j holds a character that cannot be seen',
    (lastName) => {
      expect(codes({ lastName })).toEqual(['CONTROL_CHARACTER Last Name']);
    },
  );

  it.each(['', '   ', '\u00a0\u2003', '\u200b', '\ufeff'])('%j is an empty name', (firstName) => {
    expect(codes({ firstName })).toEqual(['REQUIRED First Name']);
  });

  it('a letter lost earlier is kept and said', () => {
    expect(codes({ lastName: 'O\ufffdNeill' })).toEqual(['DAMAGED_TEXT Last Name']);
  });

  it.each(['=1+1', '+44 7700', '-2+3', '@SUM(1)', '＝1', '＋1', '－1+1', '＠x'])(
    '%s is kept as text, with a warning',
    (lastName) => {
      expect(codes({ lastName })).toEqual(['FORMULA_LIKE Last Name']);
      expect(stored({ lastName }).lastName).toBe(lastName);
    },
  );
});

describe('text', () => {
  it('a line break in a cell is read as a space', () => {
    expect(stored({ orgL4: '100 Surgery \r\n Theatres' }).orgL4).toBe('100 Surgery Theatres');
  });

  it('200 characters are kept and 201 are not', () => {
    expect(codes({ jobRole: 'x'.repeat(200), costCentre: 'y'.repeat(200) })).toEqual([]);
    expect(codes({ jobRole: 'x'.repeat(201) })).toEqual(['TOO_LONG Job Role']);
  });

  it.each(['#N/A', '#REF!', '#DIV/0!', '#name?'])('%s is an Excel error, not an organisation', (orgL4) => {
    expect(codes({ orgL4 })).toEqual(['EXCEL_ERROR Org L4']);
  });

  it('a tab inside an organisation is refused', () => {
    expect(codes({ orgL4: '100\tSurgery' })).toEqual(['CONTROL_CHARACTER Org L4']);
  });

  it('every required column that is blank is told at once', () => {
    const answer = checkText(
      staffFile([person(0, { lastName: ' ', jobRole: '', costCentre: '\u00a0', startDate: '' })]),
    );
    expect(short(answer.rejected)).toEqual([
      [1, 'Last Name', 'REQUIRED'],
      [1, 'Job Role', 'REQUIRED'],
      [1, 'Cost Centre', 'REQUIRED'],
      [1, 'Start Date', 'REQUIRED'],
    ]);
  });
});

describe('staff group, pay scale, step, status and category', () => {
  it('the staff group folds case and outer spaces only', () => {
    expect(stored({ staffGroup: ' NURSING and midwifery registered ' }).staffGroup).toBe(
      'Nursing and Midwifery Registered',
    );
    expect(codes({ staffGroup: 'Nurses' })).toEqual(['UNKNOWN_STAFF_GROUP Staff Group']);
    expect(codes({ staffGroup: '' })).toEqual(['REQUIRED Staff Group']);
  });

  it.each([
    ['xr05', 'XR05'],
    ['NHS|XR05', 'XR05'],
    ['NHS|XR06|Review Body Band 6', 'XR06'],
    [' XR12 ', 'XR12'],
    ['yc72', 'YC72'],
    ['nhs|mn37', 'MN37'],
  ])('pay scale %s is %s', (payScale, expected) => {
    expect(codes({ payScale })).toEqual([]);
    expect(stored({ payScale }).payScale).toBe(expected);
  });

  it.each(['XR13', 'XR00', 'Band 5', 'XN05', 'ZZ99'])(
    'pay scale %s is stored as it stands, with a warning',
    (payScale) => {
      expect(codes({ payScale })).toEqual(['PAY_NOT_KNOWN Pay Scale']);
      expect(stored({ payScale }).payScale).toBe(payScale);
    },
  );

  it('an empty pay scale is refused and an empty step is not', () => {
    expect(codes({ payScale: '' })).toEqual(['REQUIRED Pay Scale']);
    expect(codes({ gradeStep: '' })).toEqual([]);
    expect(codes({ gradeStep: '99' })).toEqual([]);
    expect(stored({ gradeStep: '#N/A' }).gradeStep).toBeNull();
  });

  it('a status or category nobody knows is stored, with a warning', () => {
    expect(codes({ status: 'Maternity & Adoption', category: 'Bank' })).toEqual([]);
    expect(codes({ status: 'On the moon', category: 'Ghost' })).toEqual([
      'STATUS_NOT_KNOWN Assignment Status',
      'CATEGORY_NOT_KNOWN Assignment Category',
    ]);
  });

  it('optional columns are read when they are there', () => {
    const cells = stored({
      orgL7: 'Ward 7',
      registrationNumber: '98A1234E',
      fixedTermEnd: '2027-03-31',
      ageBand: '36-40',
    });
    expect(cells).toMatchObject({
      orgL7: 'Ward 7',
      registrationNumber: '98A1234E',
      fixedTermEnd: '2027-03-31',
      ageBand: '36-40',
      orgL5: null,
    });
    expect(codes({ fixedTermEnd: '31/02/2027' })).toEqual(['BAD_DATE Fixed Term End']);
  });

  it('an increment date ahead is kept, one of the past is kept with a warning, one that cannot be right is refused', () => {
    expect(stored({ incrementDate: '01/09/2027' }).incrementDate).toBe('2027-09-01');
    expect(codes({ incrementDate: '01/09/2027' })).toEqual([]);
    expect(codes({ incrementDate: '' })).toEqual([]);
    expect(codes({ incrementDate: '01/09/2020' })).toEqual(['INCREMENT_PASSED Increment Date']);
    expect(codes({ incrementDate: '30/02/2027' })).toEqual(['BAD_DATE Increment Date']);
    expect(codes({ incrementDate: '01/09/2072' })).toEqual(['OUT_OF_RANGE Increment Date']);
  });
});

describe('rows together', () => {
  const entries = (rows: StaffCellTexts[]) => short(checkText(staffFile(rows)).rejected);

  it('three copies of an assignment keep the first', () => {
    expect(entries([person(0), person(0), person(1), person(0)])).toEqual([
      [2, 'Assignment Number', 'DUPLICATE_IN_FILE'],
      [4, 'Assignment Number', 'DUPLICATE_IN_FILE'],
    ]);
  });

  it('the same content written differently is the same content', () => {
    expect(
      entries([person(0), person(0, { startDate: '2005-01-01', fteE5: '1', payScale: 'nhs|xr05' })]),
    ).toEqual([[2, 'Assignment Number', 'DUPLICATE_IN_FILE']]);
  });

  it('one assignment with two contents is refused twice, also where one of them is refused anyway', () => {
    expect(entries([person(0), person(0, { costCentre: '70011' })]).map(([record]) => record)).toEqual([
      1, 2,
    ]);
    expect(entries([person(0), person(0, { startDate: 'x' })])).toEqual([
      [1, 'Assignment Number', 'DUPLICATE_IN_FILE'],
      [2, 'Start Date', 'BAD_DATE'],
      [2, 'Assignment Number', 'DUPLICATE_IN_FILE'],
    ]);
  });

  it('one employee number with two names refuses every row that shares it', () => {
    const other = { employeeNumber: '20100000', assignmentNumber: '20100000-2' };
    expect(entries([person(0), person(1), person(9, { ...other, lastName: 'Price' })])).toEqual([
      [1, 'Employee Number', 'TWO_NAMES'],
      [3, 'Employee Number', 'TWO_NAMES'],
    ]);
  });

  it('one person in two posts is ordinary', () => {
    expect(entries([person(0), person(0, { assignmentNumber: '20100000-2', costCentre: '70014' })])).toEqual(
      [],
    );
  });

  it('50,000 copies cost no more than 50,000 messages', () => {
    const answer = checkText(
      staffFile(Array.from({ length: 50_000 }, (_, index) => person(0, { costCentre: String(index) }))),
    );
    expect(answer.rejected).toHaveLength(50_000);
    expect(answer.rejected[0]?.message).toContain('and 49992 more');
  });

  it('the example row of the template is refused', () => {
    expect(entries([person(0, { employeeNumber: '00000000', assignmentNumber: '00000000-1' })])).toEqual([
      [1, null, 'EXAMPLE_ROW'],
    ]);
  });
});
