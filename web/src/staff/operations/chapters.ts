/** The chapters of docs/operations.md that say what to do about what a view shows. A test looks for each. */
export const CHAPTERS = {
  health: 'Is it well?',
  pending: 'What is pending',
  letters: 'Dead letters',
  books: 'The provider’s books differ',
} as const;
