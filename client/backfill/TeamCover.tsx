import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { BackfillSummary } from '../../shared/scenario/backfill-summary.ts';
import type { TeamCost } from '../../shared/scenario/cover-by-team.ts';
import { errorText } from '../app/error-text.ts';
import { paths } from '../app/paths.ts';
import { useMay } from '../app/session.ts';
import { trpc, type Outputs } from '../app/trpc.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { SelectField } from '../components/fields.tsx';
import { Loading } from '../components/Loading.tsx';
import { Columns, Section } from '../components/PageFrame.tsx';
import { longDate } from '../format/dates.ts';
import { exactHours, hours } from '../format/hours.ts';
import { pounds, poundsAndPence } from '../format/money.ts';
import { formatNumber, listInWords, plural } from '../format/numbers.ts';
import { percent } from '../format/shares.ts';
import { PolicyForm } from './PolicyForm.tsx';
import { RosterForm } from './RosterForm.tsx';
import { RungPrices } from './RungPrices.tsx';
import { teamRosterInWords } from './setting-words.ts';

const route = getRouteApi('/house/backfill');

type Choices = Outputs['backfill']['team']['choices'];

/** One team: its ladder with the price of every rung, a post against the bank, now against late, and its policy. */
export function TeamCover({ summary }: { readonly summary: BackfillSummary }): ReactElement | null {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const teams = [...summary.byTeam].sort((a, b) => (a.team < b.team ? -1 : 1));
  const chosen = teams.find(({ teamId }) => teamId === search.team) ?? dearest(teams);
  if (chosen === undefined) return null;
  return (
    <Section title="How one team covers" id="how-one-team-covers">
      <div className="pt-team-choice">
        <SelectField
          label="Team"
          value={chosen.teamId}
          options={teams.map(({ teamId, team }) => ({ value: teamId, label: team }))}
          onChange={(team) =>
            void navigate({ search: { ...search, team }, replace: true, resetScroll: false })
          }
        />
      </div>
      <OneTeam teamId={chosen.teamId} />
    </Section>
  );
}

/** The team whose cover costs most over the plan. */
function dearest(teams: readonly TeamCost[]): TeamCost | undefined {
  const costOf = ({ byYear }: TeamCost): number => byYear.reduce((sum, { costPence }) => sum + costPence, 0);
  return [...teams].sort((a, b) => costOf(b) - costOf(a))[0];
}

function OneTeam({ teamId }: { readonly teamId: string }): ReactElement {
  const { basis } = route.useSearch();
  const mayWrite = useMay('backfill.savePolicy');
  const maySetRoster = useMay('backfill.saveSetting');
  const { data, error } = useQuery({
    ...trpc.backfill.team.queryOptions({ teamId, basis }),
    placeholderData: keepPreviousData,
  });
  if (error !== null) return <p>{errorText(error).text}</p>;
  if (data === undefined) return <Loading what="Pricing the ladder of the team" />;
  const { policy, roster, choices, team } = data;
  return (
    <>
      <p className="pt-team-cover">
        {policy.value === null
          ? `${team} has no policy of its own: after headroom, the bank fills its usual share and nobody fills the rest.`
          : `${team} has a policy of its own: after headroom${policy.value.ownTimeBp > 0 ? `, ${percent(policy.value.ownTimeBp)} is own time` : ''}, each rung takes its share in the order below.`}
      </p>
      <RungPrices shown={data} basis={basis} />
      <Columns>
        <PostOrBank choices={choices} />
        <NowOrLate choices={choices} />
      </Columns>
      <p>{teamRosterInWords(team, roster.value)}</p>
      {mayWrite ? (
        <Disclosure look="boxed" summary={`Change how ${team} covers`}>
          <PolicyForm key={`${teamId} ${policy.version}`} shown={data} />
        </Disclosure>
      ) : null}
      {maySetRoster ? (
        <Disclosure look="boxed" summary={`Change the roster periods of ${team}`}>
          <RosterForm key={`${teamId} ${roster.version}`} teamId={teamId} kept={roster} />
        </Disclosure>
      ) : null}
      <p className="pt-meta">
        Rates, fill and the other values behind these prices are on{' '}
        <Link to={paths.assumptions} search={{ subject: 'cover' }}>
          Assumptions
        </Link>
        .
      </p>
    </>
  );
}

function PostOrBank({ choices: { post } }: { readonly choices: Choices }): ReactElement {
  return (
    <section>
      <h3>A post or the bank</h3>
      {post === null ? (
        <p>
          No post to hold against the bank: nothing is to be covered from 14 weeks on, when somebody could be
          in post, or no cover band is entered.
        </p>
      ) : (
        <>
          <p>
            <strong>
              {formatNumber(post.wteTenths / 10, 1)} WTE in post cost {pounds(post.postCostPence)}; the bank
              costs {pounds(post.bankCostPence)}
            </strong>{' '}
            for the same {plural(post.contractWeeks, 'week')} from {longDate(post.from)}.
          </p>
          <ul>
            <li>
              {exactHours(post.weeklyNeedMinutes)} hours a week ÷ (37.5 × (1 −{' '}
              {percent(post.ownUnavailabilityBp)} own unavailability)), rounded up to a tenth, at{' '}
              {listInWords(
                post.yearlyCosts.map(({ from, pence }, at) =>
                  at === 0 ? `${pounds(pence)} a year` : `${pounds(pence)} from ${longDate(from)}`,
                ),
              )}
            </li>
            <li>
              the bank fills {percent(post.bankFillBp)} and leaves {hours(post.bankUnfilledMinutes)} hours
              open; filling all of them would cost {pounds(post.bankAtFullFillPence)}
            </li>
            <li>
              the posts have {hours(post.spareMinutes)} hours to spare, worth {pounds(post.spareValuePence)}{' '}
              at the bank rate
            </li>
          </ul>
        </>
      )}
    </section>
  );
}

function NowOrLate({ choices: { waiting } }: { readonly choices: Choices }): ReactElement {
  return (
    <section>
      <h3>Now or late</h3>
      {waiting === null ? (
        <p>
          What waiting costs is not known until the policy says how likely an hour that is not booked now is
          found late.
        </p>
      ) : (
        <>
          <p>
            <strong>
              An hour that waits costs {poundsAndPence(waiting.waitingPence)},{' '}
              {waiting.extraPence === 0
                ? 'no more than now'
                : `${poundsAndPence(waiting.extraPence)} more than booking now`}
            </strong>
            : {poundsAndPence(waiting.bankPence)} in time, {poundsAndPence(waiting.latePence)} late.
          </p>
          <p>
            Of every 100 hours needed, {hours(waiting.unfilledNowMinutes)} stay open when they are booked now
            and {hours(waiting.unfilledLateMinutes)} when they wait.
          </p>
        </>
      )}
    </section>
  );
}
