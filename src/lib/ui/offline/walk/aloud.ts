import { part } from './said';
import type { Ground } from './said';
import type { Walk } from './steps';

/** Reads the present stop with a voice that lives on the device; one from a network would tell of it. */
export function readAloud({ root, said }: Ground, walk: Walk): void {
	const synthesis = window.speechSynthesis as SpeechSynthesis | undefined;
	const button = part<HTMLButtonElement>(root, 'aloud');
	if (!synthesis) return;
	const language = document.documentElement.lang.slice(0, 2);
	let voice: SpeechSynthesisVoice | undefined;
	const find = () => {
		voice = synthesis
			.getVoices()
			.find(({ localService, lang }) => localService && lang.toLowerCase().startsWith(language));
		button.hidden = !voice;
	};
	const quiet = () => {
		synthesis.cancel();
		button.textContent = said.aloud.read;
		button.setAttribute('aria-pressed', 'false');
	};
	button.addEventListener('click', () => {
		const reading = button.getAttribute('aria-pressed') === 'true';
		quiet();
		if (reading || !voice) return;
		const texts = [...walk.current().querySelectorAll<HTMLElement>('h3, .text')];
		texts.forEach(({ innerText }, i) => {
			const spoken = new SpeechSynthesisUtterance(innerText);
			spoken.voice = voice!;
			spoken.lang = voice!.lang;
			spoken.rate = 0.95;
			if (i === texts.length - 1) spoken.onend = quiet;
			synthesis.speak(spoken);
		});
		button.textContent = said.aloud.stop;
		button.setAttribute('aria-pressed', 'true');
	});
	synthesis.addEventListener('voiceschanged', find);
	window.addEventListener('pagehide', quiet);
	walk.onturn(quiet);
	find();
}
