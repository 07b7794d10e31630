import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import { isCapacity, meaningOfCategory, meaningOfStatus } from '../../shared/staff/assignment-status.ts';
import { bandOfPayScale, foldPayScale, nameOfPayScale } from '../../shared/staff/pay-scale.ts';
import { isInPost, isRegisteredGroup, parseStaffGroup, staffGroups } from '../../shared/staff/staff.ts';

describe('staff groups', () => {
  it('are the nine of ESR, five of them registered', () => {
    expect(staffGroups).toHaveLength(9);
    expect(staffGroups.filter(isRegisteredGroup)).toEqual([
      'Add Prof Scientific and Technic',
      'Allied Health Professionals',
      'Healthcare Scientists',
      'Medical and Dental',
      'Nursing and Midwifery Registered',
    ]);
  });

  it('are found after trimming and folding case, and by nothing else', () => {
    expect(staffGroups.map((group) => parseStaffGroup(` ${group.toUpperCase()} `))).toEqual([...staffGroups]);
    expect(parseStaffGroup('Nursing')).toBeNull();
    expect(parseStaffGroup('')).toBeNull();
  });
});

describe('pay scales', () => {
  it.each([
    ['XR01', '2'],
    ['XR02', '2'],
    ['XR05', '5'],
    ['XR08', '8a'],
    ['XR11', '8d'],
    ['XR12', '9'],
  ])('%s is paid as Band %s', (code, band) => {
    expect(bandOfPayScale(code)).toBe(band);
    expect(nameOfPayScale(code)).toBe(`Band ${band}`);
  });

  it('medical codes have a name and no band, unknown ones neither', () => {
    expect([bandOfPayScale('YC72'), nameOfPayScale('YC72')]).toEqual([null, 'Consultant (2003 contract)']);
    expect([bandOfPayScale('ZZ99'), nameOfPayScale('ZZ99')]).toEqual([null, null]);
  });

  it('folding a folded code changes nothing, and an unknown text stays as it is', () => {
    for (const text of ['xr07', 'NHS|XR07', 'NHS | xr07 | Review Body Band 7']) {
      expect(foldPayScale(text)).toEqual({ code: 'XR07', known: true });
      expect(foldPayScale(foldPayScale(text).code)).toEqual({ code: 'XR07', known: true });
    }
    expect(foldPayScale(' Nhs|Zz99 ')).toEqual({ code: 'Nhs|Zz99', known: false });
  });
});

describe('capacity', () => {
  it('absent status and category mean active and permanent', () => {
    expect(isCapacity({ status: null, category: null })).toBe(true);
  });

  it.each(['Active Assignment', 'Acting Up', 'Internal Secondment', ' ACTIVE  assignment '])(
    '%s is at work',
    (status) => {
      expect(isCapacity({ status, category: 'Permanent' })).toBe(true);
    },
  );

  it.each([
    'Maternity & Adoption',
    'Career Break',
    'Inactive Not Worked',
    'Suspend With Pay',
    'Suspend No Pay',
    'Out on External Secondment - Paid',
    'Out on External Secondment - Unpaid',
    'Vacancy',
  ])('%s fills no shift', (status) => {
    expect(meaningOfStatus(status)).toBe('not-capacity');
    expect(isCapacity({ status, category: null })).toBe(false);
  });

  it.each(['Bank', 'Honorary', 'Non-Exec Director/Chair', 'Widow/Widower'])(
    '%s fills no shift',
    (category) => {
      expect(meaningOfCategory(category)).toBe('not-capacity');
      expect(isCapacity({ status: 'Active Assignment', category })).toBe(false);
    },
  );

  it('what nobody knows is not counted', () => {
    expect(isCapacity({ status: 'On the moon', category: null })).toBe(false);
    expect(isCapacity({ status: null, category: 'Ghost' })).toBe(false);
  });
});

describe('in post', () => {
  const post = { startDate: asPlainDate('2024-06-01'), leavingDate: asPlainDate('2024-06-30') };

  it.each([
    ['2024-05-31', false],
    ['2024-06-01', true],
    ['2024-06-30', true],
    ['2024-07-01', false],
  ])('on %s: %s, since first and last day are days in post', (day, expected) => {
    expect(isInPost(post, asPlainDate(day))).toBe(expected);
  });

  it('nobody without a leaving date leaves', () => {
    expect(isInPost({ ...post, leavingDate: null }, asPlainDate('2099-01-01'))).toBe(true);
  });
});
