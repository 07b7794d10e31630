import type { ReactElement } from 'react';
import type { Block, PackDocument } from '../../shared/evidence/blocks.ts';
import { ChartView } from './ChartView.tsx';
import { FigureTableView } from './FigureView.tsx';

/** The document of a pack as Word and PDF have it, block by block. */
export function DocumentView({ document }: { readonly document: PackDocument }): ReactElement {
  return (
    <article className="pt-evidence-document">
      {document.blocks.map((block, index) => (
        <BlockView key={index} block={block} before={document.blocks[index - 1]} />
      ))}
    </article>
  );
}

const looks = { plain: undefined, fact: 'pt-evidence-fact', meta: 'pt-meta' } as const;

type BlockProps = { readonly block: Block; readonly before: Block | undefined };

function BlockView({ block, before }: BlockProps): ReactElement {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return <p className={looks[block.look]}>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <FigureTableView table={block.table} csv={before?.kind === 'chart'} />;
    case 'chart':
      return <ChartView chart={block.chart} />;
    case 'signatures':
      return (
        <ul className="pt-evidence-signatures">
          {block.of.map((who) => (
            <li key={who}>{who}</li>
          ))}
        </ul>
      );
  }
}
