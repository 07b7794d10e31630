import { importKinds } from '../../shared/imports/kind.ts';
import { mayImport } from '../../shared/imports/who-imports.ts';
import { describe, expect, test } from 'vitest';
import { allRights, can, rightsOf, worksWithinDivisions, type Right } from '../../shared/access/rights.ts';
import { asRole, isRole, roleNames, roles } from '../../shared/access/roles.ts';
import { faultOfMembership, scopeOf } from '../../shared/access/scope.ts';

const onlyFor = (allowed: readonly string[]) => (right: Right) =>
  expect(roles.filter((role) => can(role, right))).toEqual(allowed);

/** The roles that read every page. */
const office = ['workforce', 'research', 'finance', 'administrator', 'read-only'];

describe('who may do what', () => {
  test('five roles read every page, and administration is for the administrator', () => {
    const reads: Right[] = ['overview.summary', 'pipeline.inputs', 'imports.rows', 'http:imports.template'];
    reads.forEach(onlyFor(office));
    (['admin.users', 'admin.audit', 'admin.setAccess'] as const).forEach(onlyFor(['administrator']));
  });

  test('an approver reads release, cover and learners, and nothing else', () => {
    expect(rightsOf('approver')).toEqual([
      'session.current',
      'trust.list',
      'trust.switch',
      'release.grid',
      'release.team',
      'backfill.summary',
      'backfill.team',
      'parameters.inUse',
      'learners.register',
      'learners.show',
      'learners.deadlines',
      'catalogue.person',
      'http:learners.calendar',
    ]);
  });

  test('a learner opens the own page, with the rates of the trust, and nothing else', () => {
    expect(rightsOf('learner')).toEqual([
      'session.current',
      'trust.list',
      'trust.switch',
      'parameters.inUse',
      'learners.show',
      'catalogue.person',
    ]);
  });

  test('files are brought in by the workforce manager, the administrator and finance, who has those of money alone', () => {
    const writes: Right[] = [
      'imports.applyBatch',
      'imports.discard',
      'imports.undoBatch',
      'http:imports.upload',
    ];
    writes.forEach(onlyFor(['workforce', 'finance', 'administrator']));
    onlyFor(['workforce', 'administrator'])('trust.replaceWithOurData');
    expect(importKinds.filter((kind) => mayImport('finance', kind))).toEqual(['bank-shifts', 'ledger']);
    for (const role of ['workforce', 'administrator'] as const)
      expect(importKinds.every((kind) => mayImport(role, kind))).toBe(true);
    for (const role of ['research', 'read-only', 'approver', 'learner'] as const)
      expect(importKinds.some((kind) => mayImport(role, kind))).toBe(false);
  });

  test('the learner register is kept by workforce and administrator, readiness by research too', () => {
    onlyFor([...office, 'approver'])('learners.register');
    onlyFor(roles)('learners.show');
    (['learners.add', 'learners.move', 'learners.undo', 'learners.agree'] as const).forEach(
      onlyFor(['workforce', 'administrator']),
    );
    onlyFor(['workforce', 'research', 'administrator'])('learners.ready');
  });

  test('somebody who may only read has no right to change anything but which trust they look at', () => {
    const changing = rightsOf('read-only').filter((right) =>
      /apply|discard|upload|replace|switch/.test(right),
    );
    expect(changing).toEqual(['trust.switch']);
  });

  test('the administrator has every right', () => {
    expect(rightsOf('administrator')).toEqual(allRights);
  });
});

describe('a role', () => {
  test('has a name on screen', () => {
    expect(roles.map((role) => roleNames[role])).toEqual([
      'Workforce manager',
      'Research director',
      'Finance',
      'Administrator',
      'Read-only',
      'Approver',
      'Learner',
    ]);
  });

  test('that is not ours is no role', () => {
    expect(['', 'admin', 'Finance', '__proto__'].filter(isRole)).toEqual([]);
    expect(() => asRole('owner')).toThrow(RangeError);
    expect(asRole('finance')).toBe('finance');
  });
});

describe('what of a trust a member sees', () => {
  const member = { role: 'workforce', divisions: [], personId: null } as const;

  test('is the whole of it, some divisions, or one person', () => {
    expect(scopeOf(member)).toEqual({ kind: 'trust' });
    expect(scopeOf({ ...member, role: 'approver', divisions: ['Medicine'] })).toEqual({
      kind: 'divisions',
      divisions: ['Medicine'],
    });
    expect(scopeOf({ ...member, role: 'learner', personId: 'p' })).toEqual({ kind: 'person', personId: 'p' });
  });

  test('a learner who is linked to nobody sees nobody, never the whole trust', () => {
    expect(scopeOf({ ...member, role: 'learner' })).toEqual({ kind: 'person', personId: null });
  });

  test('limited to divisions, everything that needs the whole trust is shut', () => {
    const limited = rightsOf('workforce', true);
    expect(limited).toEqual(rightsOf('workforce').filter(worksWithinDivisions));
    expect(limited.filter((right) => /import|admin|supervisor|replace/i.test(right))).toEqual([]);
    expect(limited).toEqual(expect.arrayContaining(['release.grid', 'learners.move']));
  });

  test('cannot be what makes no sense', () => {
    expect(faultOfMembership(member)).toBeNull();
    expect(faultOfMembership({ ...member, role: 'administrator', divisions: ['Medicine'] })).toContain(
      'whole',
    );
    expect(faultOfMembership({ ...member, role: 'learner' })).toContain('employee number');
    expect(faultOfMembership({ role: 'learner', divisions: ['Medicine'], personId: 'p' })).toContain(
      'own page',
    );
    expect(faultOfMembership({ ...member, personId: 'p' })).toContain('Only a learner');
  });
});
