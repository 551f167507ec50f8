// Sets theme and density before the first paint; a script of its own because the page allows none inline.
// The settings are those of src/ui/appearance.ts, which takes over once it is there.
(() => {
  const read = (key, allowed, fallback) => {
    try {
      const { version, value } = JSON.parse(localStorage.getItem(`trailglass.${key}`));
      return version === 1 && allowed.includes(value) ? value : fallback;
    } catch {
      return fallback;
    }
  };
  const theme = read('theme', ['system', 'light', 'dark'], 'system');
  const dark =
    theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  const compact = read('density', ['compact', 'comfortable'], 'compact') === 'compact';
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  document.body.classList.toggle('awsui-dark-mode', dark);
  document.body.classList.toggle('awsui-compact-mode', compact);
})();
