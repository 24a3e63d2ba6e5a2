import { Unsubscribe } from '@app/messages';
import { defineTexts } from '@app/platform';
import { Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { Allow } from '../graphql/index.js';
import { requestLanguage } from '../http/request-language.js';

const texts = defineTexts({
  fr: { title: 'Ne plus recevoir ces messages', ask: 'Vous ne recevrez plus ce type de message par e-mail. Les messages indispensables continueront d’arriver.', button: 'Confirmer', done: 'C’est fait. Vous ne recevrez plus ce type de message.' },
  nl: { title: 'Deze berichten niet meer ontvangen', ask: 'U krijgt dit soort berichten niet meer per e-mail. Noodzakelijke berichten blijven komen.', button: 'Bevestigen', done: 'Klaar. U krijgt dit soort berichten niet meer.' },
  de: { title: 'Diese Nachrichten abbestellen', ask: 'Sie erhalten solche Nachrichten nicht mehr per E-Mail. Notwendige Nachrichten kommen weiterhin.', button: 'Bestätigen', done: 'Erledigt. Sie erhalten solche Nachrichten nicht mehr.' },
  en: { title: 'Stop receiving these messages', ask: 'You will no longer receive this kind of message by e-mail. Messages that you need will still come.', button: 'Confirm', done: 'Done. You will no longer receive this kind of message.' },
});

interface Link {
  readonly key: string;
  readonly type: string;
}

/** The way out of optional mail: one click in a mail program (RFC 8058, a POST without cookies), or a page with one button. */
@Controller('messages/unsubscribe')
export class UnsubscribeController {
  constructor(private readonly unsubscribe: Unsubscribe) {}

  /** Opening the link changes nothing: mail scanners open every link. */
  @Get(':key/:type')
  @Allow('anonymous')
  @Header('content-type', 'text/html; charset=utf-8')
  ask(@Req() req: FastifyRequest): string {
    const language = requestLanguage(req.headers['accept-language']);
    const button = `<form method="post"><button type="submit">${texts.render('button', language)}</button></form>`;
    return page(language, `<p>${texts.render('ask', language)}</p>${button}`);
  }

  /** The same answer for every key: the address must not tell who is known here. */
  @Post(':key/:type')
  @HttpCode(200)
  @RouteConfig({ foreignForms: true })
  @Allow('anonymous')
  @Header('content-type', 'text/html; charset=utf-8')
  async leave(@Param() { key, type }: Link, @Req() req: FastifyRequest): Promise<string> {
    await this.unsubscribe.execute(key, type);
    const language = requestLanguage(req.headers['accept-language']);
    return page(language, `<p role="status">${texts.render('done', language)}</p>`);
  }
}

function page(language: 'fr' | 'nl' | 'de' | 'en', content: string): string {
  const title = texts.render('title', language);
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>${title}</title></head><body><main><h1>${title}</h1>${content}</main></body></html>`;
}
