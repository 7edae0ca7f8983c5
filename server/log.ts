import pino from 'pino';
import { redact, withoutValues } from './redact';

export type Log = pino.Logger;

/**
 * The operator's log: one JSON object a line on standard output, times as ISO 8601 in UTC. Written in
 * batches (at most a second late) so that a line costs no system call. Never bodies, cookies,
 * credentials or query strings.
 */
export function openLog(level: string): { log: Log; flush: () => void } {
	const out = pino.destination({ dest: 1, sync: false, minLength: 4096 });
	// A closed pipe must not take the server down with it.
	out.on('error', () => {});
	const log = pino(
		{
			level,
			base: null,
			timestamp: pino.stdTimeFunctions.isoTime,
			formatters: { level: (label) => ({ level: label }) },
			serializers: { err: plainError },
			redact: {
				paths: [
					'cookie',
					'authorization',
					'password',
					'token',
					'headers',
					'body',
					'*.cookie',
					'*.authorization',
					'*.password',
					'*.token'
				],
				censor: '[redacted]'
			}
		},
		out
	);
	const flush = () => {
		try {
			out.flushSync();
		} catch {
			// Not open yet or already gone: nothing to lose.
		}
	};
	setInterval(() => out.flush(), 1000).unref();
	return { log, flush };
}

/** An error for the log; its stack stays here and never reaches a visitor. */
export function plainError(err: unknown): Record<string, unknown> {
	if (!(err instanceof Error)) return { message: redact(withoutValues(String(err))) };
	const code = (err as NodeJS.ErrnoException).code;
	const stack = err.stack ?? '';
	// A stack begins with the message, whose lines are not where it happened.
	const said = stack.indexOf(err.message);
	const trace = said < 0 ? withoutValues(stack) : stack.slice(said + err.message.length);
	return {
		name: err.name,
		message: redact(withoutValues(err.message)),
		...(code === undefined ? {} : { code }),
		stack: redact(
			trace
				.split('\n')
				.slice(1, 9)
				.map((line) => line.trim())
				.join(' | '),
			1200
		)
	};
}
