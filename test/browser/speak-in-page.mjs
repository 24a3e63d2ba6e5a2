/* global document */
// Read as text and run in the page, not here: what compiles the tests would turn its import() into require().

/**
 * Finds what the page translates with among the modules that its head names, and gives it another language. The page's own record of what it
 * loaded (performance) is empty under the clock of the tests.
 */
export async function speakIn({ language, texts }) {
  const loaded = [...document.querySelectorAll('link[rel="modulepreload"]')].map(({ href }) => href).filter((name) => /\/i18n-[^/]*\.js$/.test(name));
  const modules = await Promise.all(loaded.map((name) => import(name)));
  const translator = modules.flatMap((module) => Object.values(module)).find((one) => typeof one === 'object' && one !== null && 'activate' in one && 'load' in one);
  if (!translator) throw new Error('Nothing translates this page.');
  for (const name of texts) translator.load(language, (await import(name)).messages);
  translator.activate(language);
  document.documentElement.lang = language;
}
