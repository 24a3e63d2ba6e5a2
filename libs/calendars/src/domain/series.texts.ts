import { type MessageTexts } from '@app/messages';

/** The sessions of a series at one time of day: invited to, changed, or no longer expected at them. */
export const seriesTexts: MessageTexts = {
  fr: {
    subject: '{how, select, first {Invitation} changed {Mise à jour} other {Vous n’êtes plus attendu·e}} : {title}, {time}',
    body: 'Bonjour,\n\n{how, select, first {{organisation} vous attend à ces séances de « {title} ». L’invitation jointe les met dans votre calendrier et suivra les changements.\n\n{items}} changed {Vos séances de « {title} » ont changé. L’invitation jointe met votre calendrier à jour.\n\n{items}} other {Vous n’êtes plus attendu·e aux séances de « {title} » de {time}. Votre calendrier les enlève.}}\n\n{link}',
  },
  nl: {
    subject: '{how, select, first {Uitnodiging} changed {Bijgewerkt} other {U wordt niet meer verwacht}}: {title}, {time}',
    body: 'Dag,\n\n{how, select, first {{organisation} verwacht u op deze sessies van "{title}". De bijgevoegde uitnodiging zet ze in uw kalender en volgt wijzigingen.\n\n{items}} changed {Uw sessies van "{title}" zijn gewijzigd. De bijgevoegde uitnodiging werkt uw kalender bij.\n\n{items}} other {U wordt niet meer verwacht op de sessies van "{title}" om {time}. Uw kalender haalt ze weg.}}\n\n{link}',
  },
  de: {
    subject: '{how, select, first {Einladung} changed {Aktualisiert} other {Sie werden nicht mehr erwartet}}: {title}, {time}',
    body: 'Guten Tag,\n\n{how, select, first {{organisation} erwartet Sie zu diesen Kursterminen von „{title}“. Die beigefügte Einladung trägt sie in Ihren Kalender ein und folgt Änderungen.\n\n{items}} changed {Ihre Kurstermine von „{title}“ haben sich geändert. Die beigefügte Einladung bringt Ihren Kalender auf den Stand.\n\n{items}} other {Sie werden zu den Kursterminen von „{title}“ um {time} nicht mehr erwartet. Ihr Kalender entfernt sie.}}\n\n{link}',
  },
  en: {
    subject: '{how, select, first {Invitation} changed {Updated} other {You are no longer expected}}: {title}, {time}',
    body: 'Hello,\n\n{how, select, first {{organisation} expects you at these sessions of “{title}”. The attached invitation puts them into your calendar and follows changes.\n\n{items}} changed {Your sessions of “{title}” have changed. The attached invitation brings your calendar up to date.\n\n{items}} other {You are no longer expected at the sessions of “{title}” at {time}. Your calendar removes them.}}\n\n{link}',
  },
};
