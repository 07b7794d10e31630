import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import type { Learner } from '../../shared/learners/learner.ts';
import { lifecycleStateOf, type LifecycleState } from '../../shared/learners/lifecycle.ts';
import {
  readinessOn,
  trainingValidityOn,
  type Readiness,
  type ReadinessAnswer,
  type TrainingValidity,
} from '../../shared/learners/readiness.ts';
import type { InvestigatorRole } from '../../shared/research/delegation.ts';
import { delegationCoverageOn, type DelegationCoverage } from '../../shared/research/coverage.ts';
import { namedOn } from '../../shared/research/named.ts';
import type { TrustReader } from '../db/with-trust.ts';
import { readParameterSet } from '../parameters/read.ts';
import { readDelegationEntries, readStudies } from '../research/read.ts';
import { readReadiness } from './read-history.ts';

/** Where one person stands: three facts that are never added. */
export type PersonStanding = {
  /** Day of the latest award on the register; `null` without one. */
  readonly awardOn: PlainDate | null;
  readonly readiness: Readiness | null;
  readonly answer: ReadinessAnswer;
  readonly named: InvestigatorRole | null;
};

export type Standings = {
  readonly validity: TrainingValidity;
  /** For how many open studies a delegation log is held: who is on the others is not known. */
  readonly coverage: DelegationCoverage;
  readonly of: (personId: string) => PersonStanding;
  /** Of these people, how many are ready; `null` while nobody's readiness is recorded: not known is not nobody. */
  readonly readyAmong: (personIds: ReadonlySet<string>) => number | null;
};

/** Ready and named stand on the row of the person's latest award alone, so that nobody is counted twice for them. */
export function stateOfRow(row: Learner, { awardOn, answer, named }: PersonStanding): LifecycleState {
  const isLatest = (row.qualifiedOn ?? row.statusDate) === awardOn;
  return lifecycleStateOf(row.status, { ready: isLatest && answer.ready, named: isLatest && named !== null });
}

type Days = { readonly today: PlainDate; readonly dataCut: PlainDate };

function awardsOf(learners: readonly Learner[]): ReadonlyMap<string, PlainDate> {
  const awards = new Map<string, PlainDate>();
  for (const { personId, status, qualifiedOn, statusDate } of learners) {
    if (status !== 'qualified') continue;
    const on = qualifiedOn ?? statusDate;
    const held = awards.get(personId);
    if (held === undefined || held < on) awards.set(personId, on);
  }
  return awards;
}

/** Qualified and ready by the register today; named by the delegation logs on the day of the data cut. */
export async function readStandings(
  tx: TrustReader,
  trustId: string,
  learners: readonly Learner[],
  { today, dataCut }: Days,
): Promise<Standings> {
  const [recorded, studies, entries] = [
    await readReadiness(tx, trustId),
    await readStudies(tx, trustId),
    await readDelegationEntries(tx, trustId),
  ];
  const named = namedOn(studies, entries, dataCut);
  const awards = awardsOf(learners);
  const validity = trainingValidityOn(today, await readParameterSet(tx, trustId));
  const of = (personId: string): PersonStanding => {
    const awardOn = awards.get(personId) ?? null;
    const readiness = recorded.get(personId) ?? null;
    const answer = readinessOn({ awardOn, readiness, validityMonths: validity.months, date: today });
    return { awardOn, readiness, answer, named: named.get(personId) ?? null };
  };
  return {
    validity,
    coverage: delegationCoverageOn(studies, dataCut),
    of,
    readyAmong: (personIds) =>
      recorded.size === 0
        ? null
        : [...recorded.keys()].filter((id) => personIds.has(id) && of(id).answer.ready).length,
  };
}
