import { describe, expect, it } from 'vitest';
import { asPlainDate } from '../../shared/calendar/plain-date.ts';
import type { DelegationRole } from '../../shared/research/delegation.ts';
import { researchHeadcount } from '../../shared/research/headcount.ts';
import type { StaffGroup } from '../../shared/staff/staff.ts';

const day = asPlainDate('2026-11-20');
const studies = [
  { id: 'a', closedOn: null },
  { id: 'b', closedOn: asPlainDate('2026-06-30') },
];
const nurse: StaffGroup = 'Nursing and Midwifery Registered';
const doctor: StaffGroup = 'Medical and Dental';

function on(personId: string, role: DelegationRole, studyId = 'a') {
  return { personId, role, studyId, startedOn: asPlainDate('2025-01-06'), endedOn: null };
}

describe('research-active people', () => {
  const groupOf = new Map([
    ['ann', doctor],
    ['bea', nurse],
    ['cem', nurse],
  ]);

  it('are counted once, in the highest role, however many studies they are on', () => {
    const log = [
      on('ann', 'other'),
      on('ann', 'pi'),
      on('ann', 'coi'),
      on('bea', 'coi'),
      on('cem', 'associate-pi'),
    ];
    const { all, groups } = researchHeadcount(studies, log, groupOf, day);
    expect(all).toEqual({
      byRole: { pi: 1, coi: 1, 'associate-pi': 1, 'pi-oversight-site-lead': 0, other: 0 },
      total: 3,
    });
    expect(groups.map(({ staffGroup, total }) => [staffGroup, total])).toEqual([
      [nurse, 2],
      [doctor, 1],
    ]);
  });

  it('leave with the study that closed, and are counted apart when they hold no post', () => {
    const log = [on('ann', 'pi', 'b'), on('bea', 'coi'), on('gone', 'pi')];
    const { all, notInPost } = researchHeadcount(studies, log, groupOf, day);
    expect([all.total, all.byRole.pi, notInPost]).toEqual([1, 0, 1]);
  });
});
