// Help with the register: certificates by their number, and a word when a page is out of date.
"use strict";

const FOLDER = "/registry/certificates/";
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Letters of other alphabets, and the Latin ones that they are taken for. */
const TWINS = new Map([..."АВЕЗКМНОРСТУХІЅЈΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"].map((letter, index) => [letter, "ABE3KMHOPCTYXISJABEZHIKMNOPTYX"[index]]));

/** A number as it is issued, from how people write it; nothing for what is too long or too short. */
function certificateNumber(written) {
  const latin = [...written.normalize("NFKC").toUpperCase()].map((letter) => TWINS.get(letter) ?? letter);
  const letters = latin.join("").replace(/[^0-9A-Z]/g, "");
  if (!/^C?[0-9A-Z]{9}$/.test(letters)) return undefined;
  const rest = letters.slice(-9).replace(/O/g, "0").replace(/[IL]/g, "1").replace(/U/g, "V");
  return `C-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`;
}

/** Whether the last character of a number is the one that its other eight ask for. */
function hasRightCheck(number) {
  const characters = number.slice(2).replaceAll("-", "");
  let rest = 0;
  for (const character of characters.slice(0, 8)) rest = (rest * 32 + DIGITS.indexOf(character)) % 37;
  return DIGITS[rest] === characters[8];
}

/** What to tell of a number that has no page. */
function missing(number) {
  return hasRightCheck(number)
    ? `No certificate shown here has the number ${number}. It may be false or removed, or its holder asked us to show nothing.`
    : `No certificate has the number ${number}: its last character does not fit the others. Look for a slip of the pen.`;
}

/** An address's text; as it stands where that is none. */
function decoded(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** On the page for what is not found: leads to the number that was meant, or says that nothing has it. */
function correctAddress() {
  const start = location.pathname.toLowerCase().indexOf(FOLDER);
  if (start < 0 || !document.querySelector("main h1") || document.querySelector("main table")) return;
  const base = location.pathname.slice(0, start);
  const number = certificateNumber(decoded(location.pathname.slice(start + FOLDER.length)));
  if (!number) return;
  const path = `${base}${FOLDER}${number.toLowerCase()}/`;
  if (path !== location.pathname) return location.replace(path);
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.textContent = missing(number);
  document.querySelector("main h1").after(said);
}

/** A form that leads from a number to its page. Without a script the text says how to write the address. */
function lookUp() {
  const place = document.querySelector(".certificate-look-up");
  if (!place) return;
  const base = location.pathname.slice(0, Math.max(0, location.pathname.indexOf("/registry/")));
  const form = document.createElement("form");
  form.innerHTML =
    '<p><label for="_number">Number of the certificate</label><input id="_number" name="number" required autocomplete="off" spellcheck="false"> <button class="tool" type="submit">Check</button></p><p role="status"></p>';
  const said = form.querySelector("[role=status]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const number = certificateNumber(form.elements.number.value);
    if (!number) {
      said.textContent = "A number is the letter C and nine more characters, such as C-7Q4M-X2RK-3.";
      return;
    }
    const path = `${base}${FOLDER}${number.toLowerCase()}/`;
    try {
      const answer = await fetch(path, { method: "HEAD" });
      if (answer.ok) location.assign(path);
      else said.textContent = missing(number);
    } catch {
      location.assign(path);
    }
  });
  place.append(form);
}

/** Says so when something in the register was due to change since the page was made. */
function sayWhenOld() {
  const line = document.querySelector("[data-next-change]");
  if (!line || new Date().toISOString().slice(0, 10) < line.dataset.nextChange) return;
  const warning = document.createElement("strong");
  warning.textContent = " That day has come: this page may be out of date.";
  line.append(warning);
}

correctAddress();
lookUp();
sayWhenOld();
