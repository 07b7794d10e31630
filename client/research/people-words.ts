import { delegationRoles } from '../../shared/research/delegation.ts';
import { usualDefinition, type HeadcountDefinition } from '../../shared/research/settings.ts';
import { longDate } from '../format/dates.ts';
import { listInWords } from '../format/numbers.ts';
import { shortRoleNames, type ShownPeople } from './research-model.ts';

/** Who counts, in one sentence. */
export function definitionInWords({ roles, countsLearners }: HeadcountDefinition): string {
  const named =
    roles.length === delegationRoles.length
      ? 'any role'
      : `the role of ${listInWords(delegationRoles.filter((role) => roles.includes(role)).map((role) => shortRoleNames[role]))}`;
  const learners = countsLearners ? ', or is studying on the learner register' : '';
  return `Research-active is whoever is in post and holds ${named} on the delegation log of a study${learners}.`;
}

/** The definition that counts on the day. */
export function definitionOf({ definition }: Pick<ShownPeople, 'definition'>): HeadcountDefinition {
  return definition?.value ?? usualDefinition;
}

/** From when, by whom; that it is the product's own where the trust has none. */
export function definitionSource({ definition }: Pick<ShownPeople, 'definition'>): string {
  return definition === null
    ? 'This product’s usual definition, until the trust settles its own.'
    : `The trust’s own definition from ${longDate(definition.effectiveFrom)}, held by ${definition.owner}.`;
}

/** Hundred-thousandths of a whole-time equivalent as WTE with at most two decimals. */
export function wteValue(wteE5: number): number {
  return Math.round(wteE5 / 1_000) / 100;
}
