import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { qualityWords } from '../../shared/research/data-quality.ts';
import { paths } from '../app/paths.ts';
import { Disclosure } from '../components/Disclosure.tsx';
import { plural } from '../format/numbers.ts';
import type { ShownActivity } from './research-model.ts';

type Group = ShownActivity['quality'][number];

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
            <Link to={paths.study} params={{ studyId: id }}>
              {reference}
            </Link>{' '}
            {title}
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="pt-meta">And {plural(rest, 'more study', 'more studies')}.</p> : null}
    </Disclosure>
  );
}
