const PHONE = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)/g;
const CITIZEN_ID = /(?<!\d)\d{17}[\dXx](?![\dA-Za-z])/g;
const MAIL = /[^\s/?&=:"'<>@]{1,64}(?:@|%40)[^\s/?&=:"'<>@]{1,255}/g;
const TOKEN =
	/(?<![A-Za-z0-9])(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{20,}(?![A-Za-z0-9])|(?<![\w-])(?=[^\d\s]*\d)(?=[^A-Z\s]*[A-Z])(?=[^a-z\s]*[a-z])[\w-]{24,}(?![\w-])/g;

/**
 * A text made fit for the log: no e-mail addresses, mobile numbers, citizen numbers or long tokens
 * (ASVS 5.0 16.2.5), no control characters, at most `limit` characters. Build hashes in asset names
 * are not secrets, so asset paths should not be passed through here.
 */
export function redact(text: string, limit = 300): string {
	return text
		.slice(0, limit * 4)
		.replace(MAIL, '[mail]')
		.replace(CITIZEN_ID, '[id]')
		.replace(PHONE, '[phone]')
		.replace(TOKEN, '[token]')

		.replace(/[\x00-\x1f\x7f-\x9f\u2028\u2029]/g, '�')
		.slice(0, limit);
}

/**
 * The message of a failed statement without the values it was called with, which are what people
 * typed: names, texts, hashes of passwords. Drizzle ends its messages with them.
 */
export const withoutValues = (message: string): string =>
	message.replace(/\nparams: [^]*$/, '\nparams: [values]');
