import { type Language } from '~/lib/i18n/languages';

// Not in the catalogues: these words are for when the catalogues did not come.
const WORDS: Readonly<Record<Language, { readonly sentence: string; readonly again: string }>> = {
  fr: { sentence: 'Tremplin n’a pas pu se charger. Vérifiez la connexion et réessayez.', again: 'Réessayer' },
  nl: { sentence: 'Tremplin kon niet worden geladen. Controleer de verbinding en probeer opnieuw.', again: 'Opnieuw proberen' },
  de: { sentence: 'Tremplin konnte nicht geladen werden. Prüfen Sie die Verbindung und versuchen Sie es erneut.', again: 'Erneut versuchen' },
  en: { sentence: 'Tremplin could not be loaded. Check the connection and try again.', again: 'Try again' },
};

/** The app did not come whole over the network: says so, and offers to load it again. */
export function sayThatItDidNotStart(language: Language): void {
  const { sentence, again } = WORDS[language];
  const main = document.createElement('main');
  main.className = 'mx-auto max-w-md p-6';
  const heading = document.createElement('h1');
  heading.textContent = 'Tremplin';
  const words = document.createElement('p');
  words.setAttribute('role', 'alert');
  words.className = 'my-4';
  words.textContent = sentence;
  const button = document.createElement('button');
  button.textContent = again;
  button.className = 'button';
  button.addEventListener('click', () => location.reload());
  main.append(heading, words, button);
  document.documentElement.lang = language;
  document.getElementById('root')?.replaceChildren(main);
}
