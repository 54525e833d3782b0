export type SeedPerson = {
  key: string;
  name: string;
  /** A word that reads the same in French and in English. */
  team: string;
  role?: 'curator' | 'admin';
  /** The name on the leaderboard, where it is another. */
  pseudonym?: string;
  /** How readily this person shares an item, from 0 to 1. */
  eagerness: number;
};

/** Twelve colleagues of the sample company. All take part in the leaderboard, two under a pseudonym. */
export const people: SeedPerson[] = [
  { key: 'ines', name: 'Inès Bouchard', team: 'Export', eagerness: 0.62 },
  { key: 'malik', name: 'Malik Diallo', team: 'R&D', eagerness: 0.55 },
  { key: 'otto', name: 'Otto Wagner', team: 'Production', eagerness: 0.36 },
  { key: 'claire', name: 'Claire Delattre', team: 'Design', eagerness: 0.42 },
  { key: 'karim', name: 'Karim Benali', team: 'Production', eagerness: 0.28 },
  { key: 'fatou', name: 'Fatou Ndiaye', team: 'R&D', eagerness: 0.48 },
  { key: 'thomas', name: 'Thomas Lefebvre', team: 'Maintenance', pseudonym: 'Réverbère 59', eagerness: 0.33 },
  { key: 'sofia', name: 'Sofia Marques', team: 'Export', eagerness: 0.5 },
  { key: 'julien', name: 'Julien Caron', team: 'Formation', eagerness: 0.3 },
  { key: 'helene', name: 'Hélène Vasseur', team: 'Direction', eagerness: 0.22 },
  { key: 'awa', name: 'Awa Traoré', team: 'Communication', role: 'curator', eagerness: 0.58 },
  { key: 'lucas', name: 'Lucas Petit', team: 'Production', pseudonym: 'Luciole', eagerness: 0.4 },
];
