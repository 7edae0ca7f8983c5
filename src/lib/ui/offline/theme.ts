/** What a page from a disk asks the browser, and what was chosen on it. */
type Theme = 'light' | 'dark';

export const themeNow = (): Theme =>
	(document.documentElement.dataset.theme as Theme | undefined) ??
	(matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');

export function setTheme(theme: Theme): void {
	document.documentElement.dataset.theme = theme;
}

/** How large everything is; kept by nobody but the page itself, as long as it is open. */
type Mode = 'normal' | 'elder';

export const modeNow = (): Mode =>
	document.documentElement.dataset.mode === 'elder' ? 'elder' : 'normal';

export function setMode(mode: Mode): void {
	document.documentElement.dataset.mode = mode;
}

/** Puts values into a sentence: `{name}`. */
export const put = (text: string, values: Record<string, string | number>): string =>
	text.replace(/\{(\w+)\}/g, (_, key: string) => String(values[key] ?? ''));

/** A moment in Beijing time, to the second. */
export const moment = (ms: number, tongue: 'zh' | 'en'): string =>
	new Intl.DateTimeFormat(tongue === 'en' ? 'en-GB' : 'zh-CN', {
		dateStyle: 'medium',
		timeStyle: 'medium',
		timeZone: 'Asia/Shanghai'
	}).format(ms);

/** Data the page was made with, as `server/offline.ts` puts it in; empty when there is none. */
export const heldText = (id: string): string =>
	(document.getElementById(id)?.textContent ?? '').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
