import { codeWords } from '../../shared/research/organisations.ts';
import { withTrust, type TrustContext } from '../db/with-trust.ts';
import { readTrustsOf, type TrustOfPerson } from './read.ts';

export type ListedTrust = Omit<TrustOfPerson, 'divisions' | 'personId'> & {
  /** The code with the organisation it stands for; said so where no list holds it or another took it over. */
  readonly organisation: string;
  readonly current: boolean;
};

/** The trusts the person may switch between. */
export async function listTrusts(ctx: TrustContext): Promise<readonly ListedTrust[]> {
  const trusts = await withTrust(ctx, (tx) => readTrustsOf(tx, ctx.userId));
  return trusts.map(({ id, name, odsCode, synthetic, role }) => ({
    ...{ id, name, odsCode, synthetic, role },
    organisation: codeWords(odsCode),
    current: id === ctx.trustId,
  }));
}
