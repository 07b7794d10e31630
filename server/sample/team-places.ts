import type { TeamOutline } from './organisation.ts';

/** Where a team stands in the organisation: what the staff file says of its people and what its sheet maps. */
export type TeamPlace = {
  readonly outline: TeamOutline;
  /** One or two organisations: a large department is often split in ESR. */
  readonly orgs: readonly { readonly orgL6: string; readonly orgL7: string | null }[];
  readonly costCentre: string;
  /** The cost centre is this team's alone; a shared one cannot tell teams apart. */
  readonly ownsCostCentre: boolean;
  readonly rosterUnit: string | null;
};

/** Teams whose people stand in two organisations of ESR. */
const splitTeams: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['Emergency Department', ['Emergency Department Majors', 'Emergency Department Minors']],
  ['General Critical Care', ['General Critical Care A', 'General Critical Care B']],
  ['Main Theatres', ['Theatres 1 to 8', 'Theatres 9 to 16']],
  ['Neonatal Unit', ['Neonatal Intensive Care', 'Special Care Baby Unit']],
  ['Community midwifery', ['Community Midwives East', 'Community Midwives West']],
  ['Health records and booking', ['Health Records', 'Booking Centre']],
]);

/** Teams that are paid from the cost centre of another. */
const sharedCostCentres: ReadonlyMap<string, string> = new Map([
  ['Ward 17, care of older people', 'Ward 16, care of older people'],
  ['Ward 24, upper gastrointestinal', 'Ward 23, colorectal'],
  ['Hyperacute Stroke Unit', 'Ward 15, stroke'],
  ['Maternity Triage', 'Delivery Suite'],
]);

/** An organisation name as ESR holds it: the trust's prefix and no commas. */
function orgName(prefix: string, name: string): string {
  return `${prefix} ${name.replaceAll(',', '')}`;
}

/** Wards stand two levels below their service, departments one: ESR is no tidier than that. */
function orgsOf(prefix: string, outline: TeamOutline): TeamPlace['orgs'] {
  const names = splitTeams.get(outline.name) ?? [outline.name];
  if (outline.type !== 'rostered-round-the-clock' && names.length === 1) {
    return [{ orgL6: orgName(prefix, outline.name), orgL7: null }];
  }
  const kind = outline.type === 'rostered-round-the-clock' ? 'inpatients' : 'departments';
  const group = orgName(prefix, `${outline.service} ${kind}`);
  return names.map((name) => ({ orgL6: group, orgL7: orgName(prefix, name) }));
}

/** Places every team: organisations named with the prefix, cost centres from the first number on. */
export function placeTeams(
  outlines: readonly TeamOutline[],
  prefix: string,
  firstCostCentre: number,
): TeamPlace[] {
  const own = new Map(outlines.map((outline, index) => [outline.name, `${firstCostCentre + index * 10}`]));
  const lenders = new Set(outlines.flatMap((outline) => sharedCostCentres.get(outline.name) ?? []));
  return outlines.map((outline, index) => {
    const payer = sharedCostCentres.get(outline.name) ?? outline.name;
    return {
      outline,
      orgs: orgsOf(prefix, outline),
      costCentre: own.get(payer) ?? own.get(outline.name) ?? '',
      ownsCostCentre: payer === outline.name && !lenders.has(outline.name),
      rosterUnit:
        outline.type === 'not-rostered' ? null : `${prefix}-RU${String(index + 1).padStart(3, '0')}`,
    };
  });
}
