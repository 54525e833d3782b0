import type { Language } from '../http/language.ts';

const english = {
  skip: 'Skip to the content',
  nav: 'This hub',
  nav_home: 'Home',
  nav_wall: 'The wall',
  other_language: 'Français',
  footer: 'A Relais hub: it keeps no trace of who reads these pages.',
  home_title: (company: string) => `${company} on Relais`,
  home_lead:
    'What we publish, ready to be passed on. Colleagues read and share it from their browser, in their own words, and bring good pages back to the groups.',
  home_wall: 'See what colleagues spotted',
  home_feed: 'Follow in a feed reader',
  home_latest: 'Latest',
  home_join:
    'Do you work here? Ask Communications for an invitation link: it connects Relais to this hub in under a minute.',
  join_title: (company: string) => `You are invited to ${company}`,
  join_lead:
    'Relais puts our news in your browser’s toolbar. You share what you like, in your own words, when you like.',
  join_step_1: 'Install Relais',
  join_step_1_text:
    'Add the extension to Chrome, Edge or Firefox, from the place your IT team told you. Already there? Go on.',
  join_step_2: 'Connect',
  join_step_2_text:
    'Stay on this page and click the Relais icon in the toolbar. Relais recognises the invitation and asks for your name.',
  join_step_2_other:
    'No icon? Copy the link of this page and paste it into Relais, under “Connect with an invitation”.',
  join_step_3: 'Share',
  join_step_3_text: 'The first articles are there. Nothing leaves without your click.',
  join_link: 'The link of this page',
  join_copy: 'Copy the link',
  join_copied: 'Copied. Paste it into Relais.',
  join_select: 'Press Ctrl C (or ⌘ C) to copy.',
  join_incomplete: 'The end of the link is missing. Open it again from your message, whole.',
  join_once: 'An invitation is for one person and lasts 72 hours.',
  join_privacy: 'Your journal stays in your browser. Nothing about what you read or visit is sent here, ever.',
  wall_title: 'The wall',
  wall_lead: 'Pages that colleagues brought into the open groups.',
  wall_empty: 'Nothing spotted yet. The first page may be yours.',
  groups: 'Groups',
  group_members: (count: number) => `${count} ${count === 1 ? 'member' : 'members'}`,
  group_lead: 'Open group',
  spotted_by: (name: string) => `Spotted by ${name}`,
  item_read: (site: string) => `Read on ${site}`,
  item_by: (name: string) => `By ${name}`,
  kind_article: 'Article',
  kind_event: 'Event',
  kind_job: 'Job',
  kind_video: 'Video',
  kind_poll: 'Poll',
  kind_message: 'Message',
  kind_engage: 'To comment on',
  missing_title: 'There is no such page',
  missing_lead: 'It may have been removed, or the address may have lost a piece.',
  missing_home: 'Back to the hub',
};

export type Words = typeof english;

const french: Words = {
  skip: 'Aller au contenu',
  nav: 'Ce hub',
  nav_home: 'Accueil',
  nav_wall: 'Le mur',
  other_language: 'English',
  footer: 'Un hub Relais : il ne garde aucune trace de qui lit ces pages.',
  home_title: (company) => `${company} sur Relais`,
  home_lead:
    'Ce que nous publions, prêt à être relayé. Les collègues le lisent et le partagent depuis leur navigateur, avec leurs mots, et rapportent de bonnes pages dans les groupes.',
  home_wall: 'Voir ce que les collègues ont spotté',
  home_feed: 'Suivre dans un lecteur de flux',
  home_latest: 'À la une',
  home_join:
    'Vous travaillez ici ? Demandez un lien d’invitation à la communication : il connecte Relais à ce hub en moins d’une minute.',
  join_title: (company) => `${company} vous invite`,
  join_lead:
    'Relais met nos actualités dans la barre de votre navigateur. Vous partagez ce qui vous plaît, avec vos mots, quand vous voulez.',
  join_step_1: 'Installez Relais',
  join_step_1_text:
    'Ajoutez l’extension à Chrome, Edge ou Firefox, depuis l’endroit indiqué par votre équipe informatique. Déjà fait ? Continuez.',
  join_step_2: 'Connectez-vous',
  join_step_2_text:
    'Restez sur cette page et cliquez sur l’icône Relais dans la barre d’outils. Relais reconnaît l’invitation et vous demande votre nom.',
  join_step_2_other:
    'Pas d’icône ? Copiez le lien de cette page et collez-le dans Relais, sous « Se connecter avec une invitation ».',
  join_step_3: 'Partagez',
  join_step_3_text: 'Les premiers articles sont là. Rien ne part sans votre clic.',
  join_link: 'Le lien de cette page',
  join_copy: 'Copier le lien',
  join_copied: 'Copié. Collez-le dans Relais.',
  join_select: 'Appuyez sur Ctrl C (ou ⌘ C) pour copier.',
  join_incomplete: 'La fin du lien manque. Ouvrez-le à nouveau depuis votre message, en entier.',
  join_once: 'Une invitation est pour une seule personne et dure 72 heures.',
  join_privacy: 'Votre journal reste dans votre navigateur. Rien de ce que vous lisez ou visitez n’arrive ici, jamais.',
  wall_title: 'Le mur',
  wall_lead: 'Les pages que les collègues ont rapportées dans les groupes ouverts.',
  wall_empty: 'Rien de spotté pour l’instant. La première page sera peut-être la vôtre.',
  groups: 'Groupes',
  group_members: (count) => `${count} ${count < 2 ? 'membre' : 'membres'}`,
  group_lead: 'Groupe ouvert',
  spotted_by: (name) => `Spotté par ${name}`,
  item_read: (site) => `Lire sur ${site}`,
  item_by: (name) => `Par ${name}`,
  kind_article: 'Article',
  kind_event: 'Événement',
  kind_job: 'Offre d’emploi',
  kind_video: 'Vidéo',
  kind_poll: 'Sondage',
  kind_message: 'Message',
  kind_engage: 'À commenter',
  missing_title: 'Cette page n’existe pas',
  missing_lead: 'Elle a peut-être été retirée, ou l’adresse a perdu un morceau.',
  missing_home: 'Revenir au hub',
};

export const words: Record<Language, Words> = { en: english, fr: french };
