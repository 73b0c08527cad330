const NOTES_HZ = [880, 1175, 880];
const NOTE_SECONDS = 0.18;
const SHAKES_MS = [250, 120, 250];

/** Draws the driver's attention, by ear and hand: a phone in its holder is not looked at. */
export interface Attention {
  call(): void;
}

/** A browser lets no page sound before its first tap. */
export function createAttention(window: Window): Attention {
  let audio: AudioContext | undefined;
  window.addEventListener(
    'pointerdown',
    () => {
      audio ??= new AudioContext();
      void audio.resume();
    },
    { passive: true },
  );
  return {
    call: () => {
      if (audio?.state === 'running') sound(audio);
      if ('vibrate' in navigator) navigator.vibrate(SHAKES_MS);
    },
  };
}

function sound(audio: AudioContext): void {
  NOTES_HZ.forEach((hertz, index) => {
    const startsAt = audio.currentTime + index * NOTE_SECONDS;
    const tone = new OscillatorNode(audio, { type: 'square', frequency: hertz });
    const volume = new GainNode(audio, { gain: 0.25 });
    tone.connect(volume).connect(audio.destination);
    tone.start(startsAt);
    tone.stop(startsAt + NOTE_SECONDS * 0.8);
  });
}
