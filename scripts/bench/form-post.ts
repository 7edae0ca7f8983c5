import http from 'node:http';

const BOUNDARY = '----liantu-bench-7f3a9c1e5d';

/** The answer to a form: its status and where it leads. */
interface Answer {
	status: number;
	location: string;
}

/**
 * Sends forms as a browser without scripts does, over connections that stay open, and as cheaply as
 * may be: who asks runs on the processors of who answers.
 */
export class FormSender {
	readonly #agent: http.Agent;
	readonly #origin: string;
	readonly #cookie: string;

	constructor(origin: string, cookie: string, connections: number) {
		this.#agent = new http.Agent({ keepAlive: true, maxSockets: connections });
		this.#origin = origin;
		this.#cookie = cookie;
	}

	post(path: string, fields: string): Promise<Answer> {
		const body = Buffer.from(`${fields}--${BOUNDARY}--\r\n`);
		const headers = {
			origin: this.#origin,
			cookie: this.#cookie,
			accept: 'text/html',
			'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
			'content-length': body.length
		};
		return new Promise((answered, failed) => {
			const request = http.request(
				this.#origin + path,
				{ method: 'POST', agent: this.#agent, headers },
				(answer) => {
					answer.resume().on('end', () =>
						answered({
							status: answer.statusCode ?? 0,
							location: answer.headers.location ?? ''
						})
					);
				}
			);
			request.on('error', failed).end(body);
		});
	}

	close(): void {
		this.#agent.destroy();
	}
}

/** The fields of a form as they travel (RFC 7578), to be joined. */
export const fieldsText = (pairs: readonly (readonly [name: string, value: string])[]): string =>
	pairs
		.map(
			([name, value]) =>
				`--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
		)
		.join('');
