import { z } from 'zod';
import { awards, namesOf, type Award } from './awards.ts';
import { routeFacts, routes } from './routes.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

/** A route or an award as the trust knows it: its own words over those of a shipped one, or one that is not shipped. */
export const ownAwardSchema = z.strictObject({
  /** Key of the shipped award that this stands over; `null` is an award of the trust’s own. */
  award: text(60).nullable(),
  name: text(200),
  /** The route of the register it counts as. */
  route: z.enum(routes),
  /** What it was called before, or is also called. */
  historicNames: z.array(text(200)).max(20),
  open: z.enum(['yes', 'no']),
  length: text(300),
  share: text(300),
  who: text(300),
  funds: text(300),
  source: text(300),
});

export type OwnAward = z.infer<typeof ownAwardSchema>;

/** Names that lead to another route already, the shipped award that the row stands over left out. */
function namesTaken({ award, name, historicNames, route }: OwnAward): string[] {
  const others = awards.filter((one) => one.key !== award && one.route !== route);
  return [name, ...historicNames].flatMap((own) => {
    const folded = own.toLowerCase();
    const other = others.find((one) => namesOf(one).some((known) => known.toLowerCase() === folded));
    return other === undefined ? [] : [`“${own}” is a name of ${routeFacts[other.route].name} already.`];
  });
}

/** What cannot be true of a route or an award, in sentences that say what to do. */
export function faultsOfAward(own: OwnAward): string[] {
  const shipped = awards.find(({ key }) => key === own.award);
  const folded = [own.name, ...own.historicNames].map((name) => name.toLowerCase());
  return [
    ...(own.award !== null && shipped === undefined ? ['There is no such award to stand over.'] : []),
    ...(shipped !== undefined && shipped.key === shipped.route && own.route !== shipped.route
      ? ['A route of the register counts as itself. Add an award that counts as another.']
      : []),
    ...(new Set(folded).size === folded.length ? [] : ['A name stands twice. Give each once.']),
    ...namesTaken(own),
  ];
}

/** An award with the row of the trust behind it; `null` where the shipped words stand. */
export type KnownAward<Row extends OwnAward> = Award & { readonly own: Row | null };

function ofTrust<Row extends OwnAward>(own: Row, key: string): KnownAward<Row> {
  const { name, route, historicNames, length, share, who, funds } = own;
  const source = `The trust’s own entry: ${own.source}`;
  const words = { key, name, route, historicNames, length, share, who, funds, source };
  return { ...words, open: own.open === 'yes', status: 'derived', own };
}

/** The shipped awards in their order, each in the trust’s words where it has any, then the trust’s own. */
export function awardsWith<Row extends OwnAward & { readonly id: string }>(
  rows: readonly Row[],
): readonly KnownAward<Row>[] {
  const over = new Map(rows.map((row) => [row.award, row]));
  const shipped = awards.map((award) => {
    const own = over.get(award.key);
    return own === undefined ? { ...award, own: null } : ofTrust(own, award.key);
  });
  return [...shipped, ...rows.filter(({ award }) => award === null).map((row) => ofTrust(row, row.id))];
}
