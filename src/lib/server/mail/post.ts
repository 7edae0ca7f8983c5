import { Readable } from 'node:stream';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';

/** One mail as it goes out. */
interface Letter {
	id: string;
	to: string;
	subject: string;
	text: string;
	locale: 'zh' | 'en';
	createdAt: number;
}

/**
 * What became of an attempt. `later`: surely not sent, may be tried again; `away`: the same, and the
 * server was not even reached; `refused`: surely not sent and never will be; `unsure`: the connection
 * broke while the server held the letter, so a second attempt could send it twice.
 */
export interface Outcome {
	kind: 'sent' | 'later' | 'away' | 'refused' | 'unsure';
	/** One of our own words and a reply code: what a server says may name people. */
	why?: string;
}

export type Send = (letter: Letter) => Promise<Outcome>;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
const WAIT = { connect: 10_000, silent: 20_000, whole: 60_000 };

/**
 * Sends by SMTP (RFC 5321), one connection a letter. Plain text only. TLS is required (`smtps:`, or
 * STARTTLS with `smtp:`) except on loopback; every step has a time limit.
 * @param url `smtp://user:password@host:587`
 */
export function smtp(url: string, from: string, wait: Partial<typeof WAIT> = {}): Send {
	const { protocol, hostname, port, username, password } = new URL(url);
	const limits = { ...WAIT, ...wait };
	const secure = protocol === 'smtps:';
	const near = LOOPBACK.test(hostname);
	const sender = addressOf(from);
	const domain = sender.slice(sender.lastIndexOf('@') + 1);

	return async (letter) => {
		const message = await new MailComposer({
			from,
			to: { name: '', address: letter.to },
			subject: letter.subject,
			text: letter.text,
			date: new Date(letter.createdAt),
			// The same mail twice is known by its id, whoever relays it.
			messageId: `<${letter.id}@${domain}>`,
			headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.locale },
			disableFileAccess: true,
			disableUrlAccess: true
		})
			.compile()
			.build();
		const connection = new SMTPConnection({
			host: hostname.replace(/^\[|\]$/g, ''),
			port: port ? Number(port) : secure ? 465 : 587,
			secure,
			requireTLS: !secure && !near,
			ignoreTLS: !secure && near,
			connectionTimeout: limits.connect,
			greetingTimeout: limits.connect,
			dnsTimeout: limits.connect,
			socketTimeout: limits.silent,
			maxResponseSize: 64 * 1024
		});
		let given = false;
		const body = Readable.from(
			(function* () {
				given = true;
				yield message;
			})()
		);
		return new Promise<Outcome>((settle) => {
			const end = (outcome: Outcome) => {
				clearTimeout(alarm);
				settle(outcome);
				if (outcome.kind === 'sent') connection.quit();
				else connection.close();
			};
			const fail = (error: unknown) => end(outcomeOf(error as SmtpError, given));
			const alarm = setTimeout(() => fail({ code: 'ETIMEDOUT' }), limits.whole);
			connection.on('error', fail);
			// A server that hangs up without a word ends the connection without an error.
			connection.on('end', () => fail({ code: 'ECONNECTION' }));
			connection.connect((error) => {
				if (error) return fail(error);
				if (username)
					connection.login(
						{ user: decodeURIComponent(username), pass: decodeURIComponent(password) },
						(refused) => (refused ? fail(refused) : send())
					);
				else send();
			});
			const send = () =>
				connection.send({ from: sender, to: [letter.to] }, body, (error) =>
					error ? fail(error) : end({ kind: 'sent' })
				);
		});
	};
}

type SmtpError = { code?: string; responseCode?: number };

function outcomeOf({ code, responseCode }: SmtpError, given: boolean): Outcome {
	if (code === 'EAUTH') return { kind: 'away', why: 'login' };
	if (code === 'ETLS') return { kind: 'away', why: 'tls' };
	if (responseCode && responseCode >= 500)
		return code === 'EENVELOPE' || code === 'EMESSAGE'
			? { kind: 'refused', why: `refused ${responseCode}` }
			: { kind: 'away', why: `refused ${responseCode}` };
	if (responseCode && responseCode >= 400) return { kind: 'later', why: `busy ${responseCode}` };
	if (given) return { kind: 'unsure', why: 'unsure' };
	return code === 'EENVELOPE' || code === 'EMESSAGE'
		? { kind: 'refused', why: 'refused' }
		: { kind: 'away', why: 'unreachable' };
}

/** The bare address of `Name <address>` or of an address alone. */
const addressOf = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
