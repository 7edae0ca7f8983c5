import type { refused as zh } from '../zh/refused';

export const refused: typeof zh = {
	'signed-out': {
		title: 'You have been signed out',
		text: [
			'For safety, a session ends after some time without activity.',
			'What you typed is still here: sign in in a new window, come back to this page and reload it. The browser will send your text again.'
		],
		action: 'Sign in in a new window'
	},
	refused: {
		title: 'Your account may not do this',
		text: [
			'Somebody else looks after this part. Nothing was changed.',
			'If your work needs it, ask the operator to give your account another role.'
		],
		action: 'My account'
	}
};
