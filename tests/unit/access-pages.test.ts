import { describe, expect, test } from 'vitest';
import { rightsOf } from '../../shared/access/rights.ts';
import { accessOf } from '../../client/admin/access-draft.ts';
import { seesInWords } from '../../client/admin/access-words.ts';
import { limitInWords } from '../../client/app/limit-words.ts';
import { groupAt, navigation, navigationFor } from '../../client/app/navigation.ts';

const shown = (...args: Parameters<typeof rightsOf>) =>
  navigationFor(rightsOf(...args)).map(({ label, to, pages }) => [
    label,
    to,
    pages.map((page) => page.label),
  ]);

describe('the navigation of a role', () => {
  test('is everything for the administrator, as the list has it', () => {
    expect(navigationFor(rightsOf('administrator'))).toEqual(navigation);
  });

  test('of an approver has release, cover and learners; a group opens the first page they may open', () => {
    expect(shown('approver')).toEqual([
      ['Release', '/release', ['Teams by week', 'Cover to book']],
      ['Pipeline', '/learners', ['Learners']],
    ]);
  });

  test('of a learner is empty: the own page stands beside it', () => {
    expect(shown('learner')).toEqual([]);
  });

  test('of somebody limited to divisions leaves out what needs the whole trust', () => {
    const pages = navigationFor(rightsOf('workforce', true)).flatMap((group) =>
      group.pages.map(({ to }) => to),
    );
    expect(pages).toEqual(expect.arrayContaining(['/release', '/learners', '/research']));
    expect(pages).not.toContain('/supervisors');
    expect(pages).not.toContain('/imports');
  });

  test('an address of a group that is not shown is in no group', () => {
    expect(groupAt('/imports', navigationFor(rightsOf('approver')))).toBeNull();
    expect(groupAt('/learners/x', navigationFor(rightsOf('approver')))?.label).toBe('Pipeline');
  });
});

describe('what somebody sees, in words', () => {
  const user = {
    id: 'u',
    name: 'N',
    disabled: false,
    self: false,
    version: 1,
    person: null,
    divisions: [],
  } as const;

  test('is the whole trust, the divisions, the own page, or nothing', () => {
    expect(seesInWords({ ...user, role: 'finance' })).toBe('The whole trust');
    expect(seesInWords({ ...user, role: 'approver', divisions: ['Medicine', 'Surgery'] })).toBe(
      'Medicine and Surgery',
    );
    expect(seesInWords({ ...user, role: 'learner', person: 'Ada Example' })).toContain('Ada Example');
    expect(seesInWords({ ...user, role: 'learner' })).toContain('Nothing');
  });

  test('on every page of somebody limited: the divisions, and that there are no others in it', () => {
    expect(limitInWords(['Medicine'])).toBe('Medicine division only');
    expect(limitInWords(['Medicine', 'Surgery'])).toBe('Medicine and Surgery divisions only');
  });
});

describe('the form of an access', () => {
  test('sends no division of a learner or an administrator, and no number of anybody but a learner', () => {
    const draft = { divisions: ['Medicine'], employeeNumber: ' 30001 ' };
    expect(accessOf({ ...draft, role: 'approver' })).toEqual({
      role: 'approver',
      divisions: ['Medicine'],
      employeeNumber: null,
    });
    expect(accessOf({ ...draft, role: 'learner' })).toEqual({
      role: 'learner',
      divisions: [],
      employeeNumber: '30001',
    });
    expect(accessOf({ ...draft, role: 'administrator' }).divisions).toEqual([]);
    expect(accessOf({ role: 'learner', divisions: [], employeeNumber: ' ' }).employeeNumber).toBeNull();
  });
});
