import { spawn } from 'node:child_process';

/** The program of each platform that opens an address in the person's browser. */
const openers: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  // Not "start": cmd would read the "&" of an address as the end of a command.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens the address if that can be done; where it cannot, the person reads it and opens it themselves. */
export function openBrowser(address: string, platform: NodeJS.Platform = process.platform): void {
  const [program = 'xdg-open', ...args] = openers[platform] ?? [];
  const child = spawn(program, [...args, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
