import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import type { PersonCredentialFields } from '../../shared/programmes/person-credential.ts';
import { stageNames } from '../../shared/programmes/stages.ts';
import { courses } from '../../shared/programmes/universities.ts';
import { delegationRoleNames } from '../../shared/research/delegation.ts';
import type { RoleOnStudy } from './read-roles.ts';

/** A line of somebody’s record that a register keeps: it is corrected there. */
export type HeldByRegister = PersonCredentialFields & { readonly register: 'learners' | 'delegation-logs' };

function ofLearner(learner: Learner): HeldByRegister[] {
  const { personId, university, stage, status, startedOn, qualifiedOn } = learner;
  const studies = status === 'enrolled' || status === 'interrupted';
  if (stage === 'none' || (status !== 'qualified' && !studies)) return [];
  return [
    {
      register: 'learners',
      ...{ personId, kind: 'credential', credential: `framework:${stage}`, name: stageNames[stage] },
      issuer: university === 'none' ? null : courses[university].name,
      state: studies ? 'studies' : 'holds',
      startedOn,
      awardedOn: studies ? null : qualifiedOn,
      ...{ expiresOn: null, evidence: 'Learner register of the trust' },
    },
  ];
}

/** A role ends with its study: the day the study closes is no longer held. */
function ofRole(role: RoleOnStudy, personId: string, trust: string, date: PlainDate): HeldByRegister[] {
  const { startedOn, endedOn, closedOn } = role;
  if (startedOn > date) return [];
  const over = (endedOn !== null && endedOn < date) || (closedOn !== null && closedOn <= date);
  return [
    {
      register: 'delegation-logs',
      ...{ personId, kind: 'role', credential: null, issuer: trust, state: over ? 'ended' : 'holds' },
      name: `${delegationRoleNames[role.role]}, ${role.title} (${role.reference})`,
      ...{ startedOn, awardedOn: null },
      expiresOn: [endedOn, closedOn].filter((day) => day !== null).sort()[0] ?? null,
      evidence: role.source,
    },
  ];
}

/**
 * What the learner register and the delegation logs say somebody holds: framework awards and roles on studies. An award
 * that is recorded of the person by hand is left out here.
 */
export function heldByRegisters(
  person: {
    readonly id: string;
    readonly learners: readonly Learner[];
    readonly roles: readonly RoleOnStudy[];
    readonly held: readonly PersonCredentialFields[];
  },
  trust: string,
  date: PlainDate,
): readonly HeldByRegister[] {
  const byHand = new Set(person.held.map(({ credential }) => credential));
  return [
    ...person.learners.flatMap(ofLearner).filter(({ credential }) => !byHand.has(credential)),
    ...person.roles.flatMap((role) => ofRole(role, person.id, trust, date)),
  ];
}
