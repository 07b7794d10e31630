import { ModelError } from '../core/errors.ts';
import { payPointOf } from './pay-point.ts';

/** Who is paid on what, as the staff file writes it. */
export type PaidPost = { readonly personId: string; readonly payScale: string };

/** A pay scale that no table here holds, with how many people and posts cannot be costed for it. */
export type UnknownPayCode = { readonly payScale: string; readonly people: number; readonly posts: number };

function isKnown(payScale: string): boolean {
  try {
    payPointOf(payScale, null);
    return true;
  } catch (error) {
    if (error instanceof ModelError && error.code === 'pay-point-not-known') return false;
    throw error;
  }
}

/** The pay scales nobody can be costed on, most people first. A missing rate is listed, never read as nothing. */
export function unknownPayCodes(posts: readonly PaidPost[]): readonly UnknownPayCode[] {
  return [...new Set(posts.map(({ payScale }) => payScale))]
    .filter((payScale) => !isKnown(payScale))
    .map((payScale) => {
      const own = posts.filter((post) => post.payScale === payScale);
      return {
        payScale,
        people: new Set(own.map(({ personId }) => personId)).size,
        posts: own.length,
      };
    })
    .sort((a, b) => b.people - a.people || (a.payScale < b.payScale ? -1 : 1));
}
