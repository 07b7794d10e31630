import { describe, expect, test } from 'vitest';
import { allRights, can, rightsOf, type Right } from '../../shared/access/rights.ts';
import { asRole, isRole, roleNames, roles } from '../../shared/access/roles.ts';

const onlyFor = (allowed: readonly string[]) => (right: Right) =>
  expect(roles.filter((role) => can(role, right))).toEqual(allowed);

describe('who may do what', () => {
  test('everybody reads every page, and administration is for the administrator', () => {
    const reads: Right[] = [
      'session.current',
      'release.grid',
      'backfill.summary',
      'pipeline.inputs',
      'imports.rows',
      'http:imports.template',
    ];
    reads.forEach(onlyFor(roles));
    (['admin.users', 'admin.audit'] as const).forEach(onlyFor(['administrator']));
  });

  test('data is brought in and replaced by the workforce manager and the administrator alone', () => {
    const writes: Right[] = [
      'imports.applyBatch',
      'imports.discard',
      'http:imports.upload',
      'trust.replaceWithOurData',
    ];
    writes.forEach(onlyFor(['workforce', 'administrator']));
  });

  test('the learner register is kept by workforce and administrator, readiness by research too', () => {
    (['learners.register', 'learners.show'] as const).forEach(onlyFor(roles));
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
    ]);
  });

  test('that is not ours is no role', () => {
    expect(['', 'admin', 'Finance', '__proto__'].filter(isRole)).toEqual([]);
    expect(() => asRole('owner')).toThrow(RangeError);
    expect(asRole('finance')).toBe('finance');
  });
});
