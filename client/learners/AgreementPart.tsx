import type { ReactElement } from 'react';
import type { PlainDate } from '../../shared/calendar/plain-date.ts';
import { organisationWords } from '../../shared/research/organisations.ts';
import { useMay } from '../app/session.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { longDate, weekdayNames } from '../format/dates.ts';
import { pounds } from '../format/money.ts';
import { formatNumber, listInWords, plural } from '../format/numbers.ts';
import { AgreementForm } from './AgreementForm.tsx';
import type { ShownLearner } from './learner-words.ts';
import { fundingName } from './register-view.ts';

const notRecorded = 'Not recorded';
const thisTrust = 'This trust';

/** Hours as agreed, quarters and all: "3.75". */
function hours(minutes: number): string {
  return formatNumber(minutes / 60, 2);
}

/** A code with the trust it stands for; a merged code with the one it went to. */
function trustWords(typed: string | null): string {
  return typed === null ? thisTrust : organisationWords(typed);
}

function signed(day: PlainDate | null): string {
  return day === null ? notRecorded : longDate(day);
}

function hoursInWords({ learner, hoursKnown }: ShownLearner): string {
  const { releaseDays, weeklyReleaseMinutes, statedReleaseMinutes } = learner;
  if (releaseDays !== null)
    return listInWords(
      releaseDays.map(({ weekday, minutes }) => `${weekdayNames[weekday - 1] ?? ''} ${hours(minutes)} hours`),
    );
  if (weeklyReleaseMinutes !== null) return `${hours(weeklyReleaseMinutes)} hours a week, days not agreed`;
  if (statedReleaseMinutes !== null) return `${hours(statedReleaseMinutes)} hours in all, days not agreed`;
  return hoursKnown ? 'Not agreed; the university’s published hours are used' : notRecorded;
}

function factsOf(shown: ShownLearner): readonly (readonly [string, string])[] {
  const { agreement, learner } = shown;
  const { returnOfServiceMonths: months, exceptionOn, exceptionSource } = agreement;
  return [
    ['Release', hoursInWords(shown)],
    ['A study day on leave', learner.studyDayRule === 'lapses' ? 'Lapses' : 'Is made up'],
    ['Supervisor', learner.supervisor ?? notRecorded],
    ['Cover plan', agreement.coverPlan ?? notRecorded],
    ['Return of service', months === null ? notRecorded : plural(months, 'month')],
    ['Learner signed', signed(agreement.learnerSignedOn)],
    ['Manager signed', signed(agreement.managerSignedOn)],
    ['R&D signed', signed(agreement.researchSignedOn)],
    [
      'University’s exception',
      exceptionOn === null
        ? 'None'
        : `${longDate(exceptionOn)}${exceptionSource === null ? '' : `: ${exceptionSource}`}`,
    ],
    ['Belongs to', trustWords(agreement.homeTrust)],
    ['Studies at', trustWords(agreement.hostTrust)],
    [
      'Will be named at',
      agreement.namedTrust === null
        ? thisTrust
        : `${organisationWords(agreement.namedTrust)}; not in this trust’s projection`,
    ],
    ['Fee', learner.feePence === null ? 'Not known' : pounds(learner.feePence)],
    ['Funding', fundingName(learner.fundingSource) ?? notRecorded],
    ['Funding amount', learner.fundingPence === null ? 'Not known' : pounds(learner.fundingPence)],
  ];
}

/** What employer and learner agreed, with the fee and who pays it. */
export function AgreementPart({ shown }: { readonly shown: ShownLearner }): ReactElement {
  const may = useMay('learners.agree');
  return (
    <>
      <dl className="pt-learners__facts">
        {factsOf(shown).map(([label, value]) => (
          <div key={label} className="pt-learners__fact">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {may ? (
        <Disclosure look="boxed" summary="Change the agreement">
          <AgreementForm key={shown.learner.version} shown={shown} />
        </Disclosure>
      ) : null}
    </>
  );
}
