import { ModelError } from '../core/errors.ts';
import { byStage, monthsToAward } from './by-stage.ts';
import { checkOnRoute, checkRoutes, type Complaint } from './check-routes.ts';
import { pointerOf } from './parse-or-refuse.ts';
import type { GroupRates, Pathway, Person, ProjectionInputs } from './projection-inputs.ts';

/** What is wrong and where, as a path of the open model file below `inputs`. */
type Fault = { readonly path: readonly (string | number)[]; readonly message: string };

function faultsOfPathway({ stageIntervalMonths: interval, ...pathway }: Pathway): Fault[] {
  const whole = { ...pathway, stageIntervalMonths: interval };
  const early = ([1, 2] as const).filter(
    (stage) => interval + monthsToAward(whole, stage === 1 ? 2 : 3) < monthsToAward(whole, stage),
  );
  return early.map((stage) => ({
    path: ['pathway', 'study_months', stage],
    message: `the award of stage ${stage + 1} would come before that of stage ${stage}`,
  }));
}

function faultsOfGroup(name: string, rates: GroupRates): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: readonly (string | number)[], message: string): void => {
    faults.push({ path: ['groups', name, ...path], message });
  };
  rates.attempt.forEach(({ complete, interrupt, withdraw }, index) => {
    if (!(Math.abs(complete + interrupt + withdraw - 1) <= 1e-9)) {
      fault(['attempt', index], 'complete, interrupt and withdraw must add up to 1');
    }
  });
  checkRoutes(rates, fault);
  const rising = rates.bands.every((lower, index) => index === 0 || lower > (rates.bands[index - 1] ?? 0));
  if (rates.bands[0] !== 0 || !rising) fault(['bands'], 'bands start at 0 and rise');
  const tables = { coi: rates.coi, pi_from_none: rates.piFromNone, pi_from_coi: rates.piFromCoi };
  for (const [table, rows] of Object.entries(tables)) {
    rows.forEach((row, index) => {
      if (row.length !== rates.bands.length) fault([table, index], 'needs one chance for each band');
    });
  }
  return faults;
}

function checkStudy(person: Person, rates: GroupRates, pathway: Pathway, complain: Complaint): void {
  if (person.kind === 'graduated') {
    if (person.undecided !== true) return;
    if (person.held === 3) complain('undecided', "there is no stage after the Master's to decide on");
    if (person.nextStartIn === undefined) complain('next_start_in', 'needed for someone undecided');
    return;
  }
  if (person.kind === 'pi' || person.kind === 'planned') return;
  if (person.kind === 'route') {
    checkOnRoute(person, rates, pathway, complain);
    return;
  }
  const study = byStage(pathway.studyMonths, person.stage);
  const longest = person.kind === 'studying' ? monthsToAward(pathway, person.stage) : study;
  if (person.elapsed > longest) complain('elapsed', `at most ${longest} months can be done at this stage`);
  if (
    person.kind === 'studying' &&
    person.elapsed >= study &&
    !(byStage(rates.attempt, person.stage).complete > 0)
  ) {
    complain(
      'elapsed',
      'nobody in this group completes this stage, so nobody can have studied it to the end',
    );
  }
}

function checkRole(person: Person, complain: Complaint): void {
  if (person.kind === 'pi' && person.role === 'coi') complain('role', 'an existing PI has the role pi');
  const isPi = person.kind === 'pi' || person.role === 'pi';
  if (person.roleEndsIn !== undefined && !isPi) complain('role_ends_in', 'only a PI role can end');
}

function faultsOfPerson(person: Person, index: number, inputs: ProjectionInputs): Fault[] {
  const faults: Fault[] = [];
  const complain: Complaint = (field, message) => faults.push({ path: ['people', index, field], message });
  const rates = Object.hasOwn(inputs.groups, person.group) ? inputs.groups[person.group] : undefined;
  if (rates === undefined) complain('group', 'names no group of these inputs');
  else checkStudy(person, rates, inputs.pathway, complain);
  checkRole(person, complain);
  return faults;
}

/**
 * What no single field shows: sums, lengths, names and dates that must agree.
 *
 * @throws ModelError 'bad-input' with the JSON Pointer, below `inputs`, of the first fault in the open model file.
 */
export function checkProjection(inputs: ProjectionInputs): void {
  const [fault] = [
    ...faultsOfPathway(inputs.pathway),
    ...Object.entries(inputs.groups).flatMap(([name, rates]) => faultsOfGroup(name, rates)),
    ...inputs.people.flatMap((person, index) => faultsOfPerson(person, index, inputs)),
  ];
  if (fault !== undefined) throw new ModelError('bad-input', fault.message, pointerOf(fault.path));
}
