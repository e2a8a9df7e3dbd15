// Light or dark: the system's choice until the user makes one.

type Choice = 'light' | 'dark' | null;

const system = matchMedia('(prefers-color-scheme: dark)');

class Theme {
  #chosen = $state<Choice>(null);
  #systemDark = $state(system.matches);

  constructor() {
    const stored = document.documentElement.dataset.theme;
    if (stored === 'light' || stored === 'dark') this.#chosen = stored;
    system.addEventListener('change', (event) => (this.#systemDark = event.matches));
  }

  get dark(): boolean {
    return this.#chosen ? this.#chosen === 'dark' : this.#systemDark;
  }

  toggle(): void {
    this.#chosen = this.dark ? 'light' : 'dark';
    document.documentElement.dataset.theme = this.#chosen;
    try {
      localStorage.setItem('headwater.theme', this.#chosen);
    } catch {
      // Storage may be forbidden; the choice lasts as long as the page.
    }
  }
}

export const theme = new Theme();

/** A token's colour as the browser computes it now, for canvases. */
export function token(name: string): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}
