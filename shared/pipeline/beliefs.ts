/**
 * What is known of one rate: a value with its spread, or a value taken as certain. A beta belief is about a chance, a
 * gamma belief about a rate a person-month (`months` is what the belief is worth in person-months), a log-normal one
 * about a ratio, whose median is 1 unless its logarithm is given.
 */
export type Belief =
  | { readonly kind: 'beta'; readonly a: number; readonly b: number }
  | { readonly kind: 'gamma'; readonly shape: number; readonly months: number }
  | { readonly kind: 'log-normal'; readonly sigma: number; readonly logMedian?: number | undefined }
  | { readonly kind: 'fixed'; readonly value: number };

/** What is known of a kind of staff. */
export type GroupBeliefs = {
  /** Multiplies all role rates on the rate scale. */
  readonly professionRatio: Belief;
  readonly leaveYearly: Belief;
  /**
   * What happens to the nation: multiplies all role rates, the same draw for every group and every trust of a region.
   * Nothing when absent; see `withNationalSpread`.
   */
  readonly nationalRatio?: Belief | undefined;
};

/** What is known of a route of one stage; the role rates hold from its end on. */
export type RouteBeliefs = {
  /** Does not reach the end. */
  readonly withdraw: Belief;
  /** Of those who do not withdraw. */
  readonly interrupt: Belief;
  /** A person-month, before band and profession. */
  readonly coi: Belief;
  readonly piFromNone: Belief;
  readonly piFromCoi: Belief;
  /** Who holds no award starts the PGCert after it; nobody when absent. */
  readonly enterPgcert?: Belief | undefined;
};

/**
 * Everything uncertain in the projection: prior, or prior and history together. Lists are by stage or qualification,
 * PGCert first (model.md 1.5 gives the priors; a trust's own history updates them).
 */
export type Beliefs = {
  readonly withdraw: readonly Belief[];
  /** Of those who do not withdraw. */
  readonly interrupt: readonly Belief[];
  readonly returnAfterInterruption: Belief;
  /** After the PGCert, after the PGDip. */
  readonly goOn: readonly Belief[];
  /** A person-month, before band and profession. */
  readonly coi: readonly Belief[];
  readonly piFromNone: readonly Belief[];
  readonly piFromCoi: readonly Belief[];
  readonly piRoleLossYearly: Belief;
  readonly piReturnYearly: Belief;
  readonly groups: Readonly<Record<string, GroupBeliefs>>;
  /** Routes other than the framework, by name. */
  readonly routes?: Readonly<Record<string, RouteBeliefs>> | undefined;
  /** Lower bounds, in months since the award, of the bands, and what each multiplies the role rates by. */
  readonly bands: readonly number[];
  readonly bandMultipliers: readonly number[];
  /** How a PI's leaving compares with the group's. */
  readonly piLeaveRatio: number;
};

/**
 * The beliefs with a national effect on all role rates: log-normal with standard deviation `sigma` of its logarithm and
 * a mean of 1, so that expected rates stay. Without a spread they are as they were.
 */
export function withNationalSpread(beliefs: Beliefs, sigma: number): Beliefs {
  if (sigma <= 0) return beliefs;
  return withNationalRatio(beliefs, { kind: 'log-normal', sigma, logMedian: (-sigma * sigma) / 2 });
}

/** The same, with the effect itself given. */
export function withNationalRatio(beliefs: Beliefs, nationalRatio: Belief): Beliefs {
  const groups = Object.entries(beliefs.groups).map(([name, group]) => [name, { ...group, nationalRatio }]);
  return { ...beliefs, groups: Object.fromEntries(groups) as Beliefs['groups'] };
}

/** The national effect, which all groups have alike. */
export function nationalRatioOf({ groups }: Beliefs): Belief | null {
  return (
    Object.values(groups).find(({ nationalRatio }) => nationalRatio !== undefined)?.nationalRatio ?? null
  );
}
