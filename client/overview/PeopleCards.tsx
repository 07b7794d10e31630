import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { coverageWords } from '../../shared/research/coverage.ts';
import { paths } from '../app/paths.ts';
import type { Outputs } from '../app/trpc.ts';
import { FigureCard } from '../components/figures.tsx';
import { longDate } from '../format/dates.ts';
import { formatNumber } from '../format/numbers.ts';
import { about, eightyRange } from '../format/ranges.ts';
import { outlookInWords, readyInWords } from './overview-model.ts';

type CardProps = { readonly shown: Outputs['overview']['summary'] };

/** People in post who hold a stage award, and, where the register has it, how many are ready to act. */
export function QualifiedCard({ shown }: CardProps): ReactElement {
  const { qualifiedNow, qualified } = shown.summary;
  return (
    <FigureCard
      title="Qualified"
      value={formatNumber(qualifiedNow)}
      unit={qualifiedNow === 1 ? 'person now' : 'people now'}
      meta={
        <>
          Learner register, {longDate(shown.dataCut)}. <Link to={paths.pipeline}>Projection</Link>
        </>
      }
    >
      {qualified === null ? '' : outlookInWords(qualified)} {readyInWords(shown.readyNow)}
    </FigureCard>
  );
}

/** People named on a delegation log, Principal and Co-Investigators apart. */
export function NamedCard({ shown }: CardProps): ReactElement {
  const { piInPost, coiGained } = shown.summary;
  const coverage = coverageWords(shown.coverage);
  return (
    <FigureCard
      title="Named on a delegation log"
      value={formatNumber(shown.namedPi)}
      unit={`PI now, and ${formatNumber(shown.namedCoi)} Co-I`}
      meta={`${coverage.charAt(0).toUpperCase()}${coverage.slice(1)}, ${longDate(shown.dataCut)}`}
    >
      {piInPost === null ? '' : `PI: ${outlookInWords(piInPost).replace(/^A/, 'a')}`}{' '}
      {coiGained === null
        ? ''
        : `First-time Co-Is by then: ${about(coiGained.p50)}, ${eightyRange({ low: coiGained.p10, high: coiGained.p90 })}.`}
    </FigureCard>
  );
}
