import type { ReactElement } from 'react';
import type { FigureChart } from '../../shared/evidence/figure.ts';
import type { Block, PackDocument } from '../../shared/evidence/pack-document.ts';
import { barsModel } from '../charts/bars.ts';
import { BarsChart } from '../charts/BarsChart.tsx';
import { FigureTableView } from './FigureView.tsx';

/** The document of a pack as Word and PDF have it, block by block. */
export function DocumentView({ document }: { readonly document: PackDocument }): ReactElement {
  return (
    <article className="pt-evidence-document">
      {document.blocks.map((block, index) => (
        <BlockView key={index} block={block} line={document.line} />
      ))}
    </article>
  );
}

function BlockView({ block, line }: { readonly block: Block; readonly line: string }): ReactElement {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? <h2>{block.text}</h2> : <h3>{block.text}</h3>;
    case 'paragraph':
      return <p className={block.small === true ? 'pt-meta' : undefined}>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return <FigureTableView table={block.table} />;
    case 'chart':
      return <ChartView chart={block.chart} line={line} />;
  }
}

function ChartView({ chart, line }: { readonly chart: FigureChart; readonly line: string }): ReactElement {
  const model = barsModel({
    what: 'people or studies',
    caption: chart.title,
    rowLabel: 'What',
    rows: chart.rows.map(({ label, value, text }) => ({ label, value: value ?? 0, text })),
  });
  return (
    <BarsChart
      words={{ headline: chart.title, subtitle: line, csvName: 'evidence-chart.csv' }}
      model={{ ...model, alternative: chart.alternative }}
    />
  );
}
