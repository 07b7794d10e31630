import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { qualityWords, type QualityKind } from '../../shared/research/data-quality.ts';
import { paths } from '../app/paths.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { plural } from '../format/numbers.ts';
import type { ShownActivity } from './research-model.ts';
import { researchSearch } from './search.ts';

type Group = ShownActivity['quality'][number];

/** The part of a study’s page where the fault is put right. */
const places: Readonly<Record<QualityKind, 'log' | 'recruitment' | 'about'>> = {
  'no-log': 'about',
  'pi-left': 'log',
  'training-lapsed': 'log',
  'no-end-date': 'about',
  'no-specialty': 'about',
  'unlisted-specialty': 'about',
  'target-without-window': 'recruitment',
  'months-missing': 'recruitment',
};

/** What of the register should be put right, each fault with what to do and the studies that have it. */
export function QualityList({ shown }: { readonly shown: ShownActivity }): ReactElement {
  const groups = shown.quality.filter(({ count }) => count > 0);
  if (groups.length === 0) return <p>Nothing to put right was found.</p>;
  return (
    <>
      {groups.map((group) => (
        <Fault key={group.kind} group={group} />
      ))}
    </>
  );
}

function Fault({ group: { kind, count, studies } }: { readonly group: Group }): ReactElement {
  const { what, todo } = qualityWords[kind];
  const rest = count - studies.length;
  return (
    <Disclosure look="ruled" summary={`${what}: ${plural(count, 'study', 'studies')}`}>
      <p>{todo}.</p>
      <ul>
        {studies.map(({ id, reference, title }) => (
          <li key={id}>
            <Link to={paths.study} params={{ studyId: id }} hash={places[kind]}>
              {reference}
            </Link>{' '}
            {title}
          </li>
        ))}
      </ul>
      <p>
        <Link to={paths.research} search={{ ...researchSearch.defaults, fault: kind }} hash="studies">
          {rest > 0 ? `All ${plural(count, 'study', 'studies')} in the list` : 'In the list of studies'}
        </Link>
      </p>
    </Disclosure>
  );
}
