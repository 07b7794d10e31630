/** How far a figure may travel, by the rules of its source. */
export const useLabels = ['publishable', 'with-care', 'internal-only'] as const;

export type UseLabel = (typeof useLabels)[number];

/** What each label says beside a figure. */
export const useLabelNames: Readonly<Record<UseLabel, string>> = {
  publishable: 'May be published',
  'with-care': 'May leave the trust in a pack, small numbers hidden',
  'internal-only': 'Unpublished, internal management only',
};

/** Whether a figure may be in a document that leaves the trust. */
export function mayLeave(label: UseLabel): boolean {
  return label !== 'internal-only';
}
